import { type ConceptTable } from './concept-table.js';

/** Who speaks, how, about when: words of every conversation. */
export const EVERYDAY_CONCEPTS: ConceptTable = {
  we: 'we our us ours ourselves i my me mine im ive id were weve wed ill myself wir uns unser unsere ich mich mir mein meine nous notre nos je moi mon ma mes vous_nous noi nostro nostra io mio mia mi mis nosotros nuestro nuestra yo wij we_ons ons onze ik mijn',
  you: 'you your yours youre youve youd yourself yourselves u ur ihr ihre ihnen sie du dein vous votre vos tu ton ta te lei voi vostro suo usted ustedes su sus tu_tus jullie je_jullie uw jij',
  they: 'they them their he she his her him',
  negation:
    'not no never dont doesnt didnt isnt arent wasnt werent cant cannot couldnt wont wouldnt shouldnt havent hasnt hadnt neither nor without none nobody nothing aint nicht kein keine keinen nie pas ne jamais aucun non nessun ningun ninguna nunca geen niet nooit nao',
  can: 'can could possible able possibly may might doable feasible kann konnen konnten mogelijk kunnen kan puis pouvez peut possiamo possibile puede pueden podemos puedo posible potete',
  want: 'want wants wanted wanna would_like id_like wed_like wish wishes need needs needed require requires required hope hoping looking_for interested_in_getting mochte mochten wollen will_ich brauche brauchen voudrais voulons veux besoin vorrei vorremmo voglio quiero queremos necesito necesitamos wil willen wil_graag nodig',
  please: 'please pls plz kindly bitte graag alstublieft por_favor per_favore sil_vous_plait svp prego',
  question_how: 'how hows wie comment come como hoe',
  question_how_much: 'how_much whats_the_damage wieviel wie_viel combien quanto cuanto quanta cuesta hoeveel wat_kost',
  question_how_many: 'how_many wie_viele combien_de quanti cuantos quantos hoeveel',
  question_how_long:
    'how_long how_soon how_fast how_quickly how_quick how_many_weeks how_many_days how_many_months how_much_time what_timeframe wie_lange wie_schnell combien_de_temps quanto_tempo cuanto_tiempo cuanto_tarda hoe_lang hoe_snel in_how_many soonest earliest quickest',
  question_when:
    'when whens by_when until_when what_date what_day which_day what_time wann quand quando cuando wanneer',
  question_where: 'where wheres wo wohin ou_est ou_se dove dov donde waar',
  question_why: 'why how_come whats_the_reason warum wieso pourquoi perche por_que waarom',
  question_who: 'who whos whom whose which_person wer wen qui quien quienes chi wie_is',
  question_which:
    'which what whats welche welcher welches was quel quelle quels quelles que_ cual cuales quale quali che_ welk welke wat',
  offer:
    'do_you_offer do_you_provide do_you_have do_you_do do_you_sell do_you_give do_you_support do_you_carry do_you_stock is_there are_there have_you_got got_any offer offers offering provide provides bieten_sie gibt_es gibts haben_sie proposez avez_vous y_a_t_il offrite avete hay_ tienen ofrecen bieden hebben_jullie is_er',
  give: 'give gives send sends sending forward share provide_me email_me mail_me let_me_have get_me pass_me schicken senden envoyez envoyer mandare mandate inviare enviar envia envienme sturen stuur geven',
  show: 'show shows showing see seeing seen look_at view watch zeigen montrer voir mostrare vedere mostrar ver_ laten_zien zien',
  tell: 'tell explain describe clarify elaborate walk_me_through help_me_understand more_about more_information more_info more_details further_details know_more learn_more find_out information info details erklaren explique spiegare explicar uitleggen',
  ask: 'ask asks asked asking wonder wondering question questions curious query queries frage fragen question_sur domanda pregunta vraag',
  call: 'call calls calling phone ring rang phoned telephone call_us call_me zoom teams_call video_call chat anrufen appeler telefoon bellen llamar llamada chiamare',
  message:
    'mail mails email emails emailed message messages messaged note letter voicemail writing wrote write written sms text texts nachricht correo mensaje messaggio bericht courriel',
  meeting:
    'meeting meet meetings appointment calendar slot slots book booked schedule scheduled session agenda invite invitation termin treffen rendez rdv reunion cita incontro appuntamento afspraak',
  person:
    'person someone somebody human anyone anybody colleague colleagues coworker contact_person rep representative agent advisor adviser consultant staff_member account_manager real_person mensch mitarbeiter personne humain persona persoon medewerker operator',
  boss: 'boss manager managers director directors ceo cfo cto cio coo vp head_of management leadership executive executives chief founder owner president partners partner supervisor board committee council steering chef geschaftsfuhr* vorstand direction patron directeur jefe direccion capo direzione directie baas superiors higher_ups upstairs md',
  team: 'team teams department staff employees people users reps colleagues crew workforce headcount agents advisors salespeople mitarbeiter equipe equipo medewerkers gebruikers utilisateurs usuarios benutzer company firm agency organisation organization business',
  soon: 'soon quick quickly fast asap urgent urgently immediately right_away straight_away shortly today now rush hurry schnell sofort dringend vite rapidement rapido pronto presto subito snel spoedig',
  later:
    'later next_year another_time some_other_time in_the_future down_the_road maybe_later not_now not_yet not_right_now not_at_the_moment not_this_year someday revisit postpone postponed on_hold on_ice spater plus_tard mas_adelante piu_avanti later_dit',
  already: 'already bereits schon deja ya_ gia al_een previously so_far still yet',
  date: 'january february march april may_ june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag lundi mardi mercredi jeudi vendredi lunes martes miercoles jueves viernes q1 q2 q3 q4 spring summer autumn winter christmas easter juin juillet januar juni juli',
  period:
    'week weeks month months year years quarter quarters day days hour hours woche wochen monat monate monatlich jahr jahre semaine semaines mois an_ ans annee mes_ meses ano anos mese mesi anno anni maand maanden jaar uur weken dagen dias giorni jours tage',
  tomorrow:
    'tomorrow today tonight yesterday next_week this_week next_month this_month last_week last_month last_year next_quarter this_quarter next_spring morgen heute gestern demain hier manana ayer domani ieri gisteren volgende_week nachste_woche la_semaine_prochaine',
  begin:
    'start starts started starting begin begins kick_off kick_things_off kickoff commence launch go_live goes_live going_live live up_and_running running ready in_place operational in_production switch_us_on beginnen anfangen loslegen starten demarrer commencer demarrage empezar comenzar iniziare partire beginnen_we opstarten',
  finish:
    'finish finished ends ending end ended expire expires expired expiring expiry runs_out run_out runs_until lapses up_for is_up over_on endet ablauf lauft_aus termine expire_le vence acaba scade afloopt',
  more: 'more extra additional further another plus_ mehr plus_de mas_ piu meer other others else anything_else',
  good: 'good great nice excellent perfect awesome amazing brilliant lovely wonderful fantastic super cool helpful useful impressed impressive happy glad pleased delighted love loved like_what gut toll bon bien parfait genial bueno perfecto bene perfetto ottimo goed prima mooi top fine ok okay works_for_us works_for_me',
  bad: 'bad poor terrible awful horrible worst useless disappointed disappointing frustrating frustrated annoying annoyed unacceptable ridiculous joke crap rubbish nonsense lousy schlecht mauvais malo pessimo slecht mess fed_up sick_of',
  thank:
    'thank thanks thankyou thx ty tysm cheers ta_ appreciate appreciated appreciation grateful gratitude much_obliged danke dank merci gracias grazie bedankt dankjewel dank_je obrigado tak',
  greet:
    'hello hi hey hiya howdy yo morning good_morning good_afternoon good_evening good_day greetings salut hallo bonjour bonsoir hola ciao buongiorno buenos_dias guten_tag guten_morgen goedemorgen goedemiddag hoi moin servus ola salutations ahoy gday evening afternoon sup dear hullo heya dag buonasera buenas',
  well_wish:
    'how_are_you hows_it_going how_is_it_going hows_your how_was_your how_have_you_been hope_you_are hope_youre hope_all hows_everything hows_life whats_up have_a_nice have_a_great have_a_good enjoy_your take_care nice_weekend weekend holiday holidays vacation happy_new congratulations congrats happy_birthday wie_geht ca_va como_estas come_va come_stai hoe_gaat busy_day weather_here coffee',
  chatter:
    'haha hahaha lol hehe ok okay okey k kk cool yep yeah yes yup nope sure alright right_then got_it understood i_see makes_sense fair_enough noted no_worries never_mind nevermind sounds_good will_do interesting funny wow oh ah hmm indeed exactly true great_stuff bye goodbye see_you talk_soon good_night ciao tschuss au_revoir brb all_good same_here you_too likewise',
  farewell:
    'bye goodbye see_you see_ya talk_soon talk_later speak_soon good_night tschuss au_revoir adios arrivederci tot_ziens doei later_then take_care catch_you_later',
  help: 'help helps helped helping assist assistance support supported hilfe helfen aide aider ayuda ayudar aiuto aiutare helpen hulp',
  doubt:
    'doubt doubts doubtful unsure not_sure unconvinced sceptical skeptical hesitant hesitate hesitation reservations wary worry worried worries worrying concern concerns concerned afraid fear scared scares nervous suspicious dont_see dont_believe cant_imagine dont_trust not_convinced bedenken zweifel sorge inquiet doute dudas preocupa dubbi preoccup* twijfel zorgen uneasy risky risk gamble lukewarm',
  unknown_matter:
    'poem joke recipe weather football soccer match_yesterday president elections capital_of translate homework essay song movie film horoscope lottery pizza cook cooking bake pasta cake solve equation math python_script javascript function_that code_snippet bitcoin crypto stock_tip stocks doctor headache medicine flight flights hotel restaurant taxi vote religion god planet moon dinosaur dog cat puppy kitten diet workout recommend_a_book netflix story write_me sing riddle trivia history_of square_root calories marathon guitar dating girlfriend boyfriend wedding rain forecast_for snow temperature',
  attack:
    'ignore_previous ignore_all ignore_your ignore_the disregard previous_instructions system_prompt prompt your_instructions instructions pretend act_as you_are_now roleplay jailbreak developer_mode dan_ override forget_everything forget_your reveal repeat_the_words verbatim sudo unrestricted hidden_instructions bypass',
  internal_data:
    'lead_score my_score crm_notes internal_notes other_customers another_customer another_client other_clients other_prospects whats_in_my_file what_you_have_on_me your_margin your_margins commission salary salaries employee_list customer_list pipeline_of credit_card_numbers passwords api_key_of database_dump win_probability',
  bot: 'bot robot ai chatbot are_you_human real_person are_you_real chatgpt gpt llm machine artificial language_model computer who_made_you who_built_you',
};
