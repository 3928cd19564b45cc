import { indexConcepts, listConcepts, type ConceptTable, type SaidConcept } from '../../../nlu/index.js';

/**
 * What buyers say in everyday words, by the words documents use for it. An entry is a word, a phrase (`broke_in`) or the
 * opening of a word (`compensat*`), folded to lower case without accents. Trades differ, so nothing here names a vendor.
 */
export const PRICE_PER_SEAT = 'price per seat';
const PARAPHRASES: ConceptTable = {
  // Security and privacy
  'security breach confirmed informed':
    'hear_from_you clients_details_leak hacked hack hackers hacker broke_in breaks_in break_in broken_into leak leaks leaked stolen steal steals compromised intruder intruders intrusion cyber_attack cyberattack data_theft',
  'encryption keys rotated': 'swap_the_keys change_the_keys swap_keys new_keys',
  'security problems reported':
    'report_a_hole spots_a_hole found_a_hole report_a_vulnerability report_a_weakness security_hole spots_one',
  'encryption encrypted': 'scrambled locked_away cipher ciphers in_transit at_rest encrypt',
  'penetration test':
    'pen_test pen_tests pentest pentests pentesting ethical_hackers ethical_hacker security_test security_tests white_hat',
  'certification certified audit': 'accredited accreditation accreditations attestation certs stamp_of_approval',
  'roles permissions access':
    'who_can_see who_sees can_see_each see_each_others see_everything see_everyone hide_from restrict_who restrict_access visible_to peek snoop rights private_to nosy interns',
  'staff access customer granted':
    'anybody_at_your anyone_at_your somebody_at_your someone_at_your your_own_staff your_own_people your_employees your_engineers your_people_read your_people_see you_guys_read you_guys_see can_you_read can_you_see',
  'audit log sign-ins exports': 'who_downloaded downloaded_what who_exported who_logged',
  'audit log': 'who_changed who_did_what who_deleted trace_changes track_changes history_of_changes paper_trail',
  'single sign-on SSO':
    'one_login company_login same_login existing_logins own_logins okta entra azure_ad active_directory onelogin log_in_with_google log_in_with_microsoft another_password extra_passwords more_passwords many_passwords',
  'two-step sign-in': 'code_on_their_phone code_on_my_phone second_factor extra_code authenticator one_time_code',
  'provisioning SCIM': 'create_accounts_automatically accounts_automatically joiners_and_leavers leavers deprovision*',
  'sub-processors':
    'third_parties third_party subcontractor subcontractors who_else_touches other_companies_see share_our_data pass_our_data suppliers_of_yours',
  'data processing agreement DPA': 'gdpr_contract gdpr_paperwork article_28 processing_contract privacy_contract',
  'data stored region':
    'data_live data_lives data_sit data_sits data_physically physically leave_europe leaves_europe leave_the_eu outside_the_eu outside_europe outside_of_europe in_which_country which_country data_centre data_center data_centres data_centers data_kept servers_located on_which_servers where_is_our_data where_is_everything_kept',
  'retention deleted':
    'wipe wiped wipes erase erased purge purged how_long_do_you_keep how_long_do_you_hold hang_on_to hang_around stick_around hanging_around get_rid_of_our_data remove_our_data deletes delete_our_data',
  'backups restored':
    'disaster_recovery lose_data lost_data recover_data by_accident accidentally_deletes accidentally restore',
  'AI training model':
    'ai_being_fed fed_with fed_to train_ai train_your_ai machine_learning feed_our_data language_model language_models',
  // Service
  'availability uptime':
    'go_down goes_down went_down go_dark goes_dark is_down be_down reliab* outage outages downtime stays_up stay_up up_and_down crashes unreachable',
  'service credit': 'compensat* make_up_for make_good money_for_downtime penalty penalties',
  maintenance: 'updates_at_night planned_downtime maintenance_windows scheduled_downtime',
  'support hours':
    'saturday_night sunday_night middle_of_the_night who_picks_up phones_go_dead at_night weekend weekends on_a_sunday on_sundays after_hours around_the_clock 24_7 time_zone time_zones office_hours out_of_hours on_saturdays',
  'support response time':
    'something_breaks anything_breaks how_fast_do_you_answer how_quickly_do_you_answer get_back_to_us wait_for_an_answer answer_the_phone pick_up_the_phone someone_answers hear_back how_fast_will_you',
  'support phone chat email':
    'reach_you reach_somebody reach_someone get_hold_of call_you_when talk_to_a_human talk_to_a_real real_person',
  'account manager named contact':
    'point_of_contact dedicated_person go_to_person single_contact named_person own_contact person_assigned',
  // Money
  [PRICE_PER_SEAT]:
    'yearly_total annual_total new_total total_be yearly_figure annual_figure monthly_figure set_us_back set_me_back damage the_bill ballpark rate_card price_tag how_much_per price_list tariff tariffs going_rate run_us run_me',
  'minimum seats':
    'just_me only_me just_two_of_us only_two_of_us solo one_person two_people smallest_number as_few_as minimum_order at_least_buy one_man_band',
  'monthly billing cancelled any time':
    'month_by_month month_to_month rolling by_the_month no_commitment without_commitment without_committing tied_in locked_in lock_in tie_us_in',
  'billed yearly':
    'once_a_year annual_payment annually yearly_payment pay_upfront pay_up_front in_advance per_annum up_front prepay',
  'invoice bank transfer payment':
    'wire wire_transfer purchase_order po_number bill_us net_30 net_60 pay_by_bank ach sepa direct_debit',
  'VAT tax': 'taxes sales_tax gst net_or_gross before_tax',
  'currency euros': 'in_euros in_pounds in_dollars other_currency our_own_currency eur gbp chf',
  'late payment reminder':
    'pay_late paid_late forget_to_pay miss_a_payment missed_payment overdue card_fails card_expires',
  'price renewal increase':
    'hiking raising_prices raising_the_price put_up_the_price go_up goes_up hike hikes price_rise price_rises raise_prices raise_the_price raise_your_prices put_the_price_up costs_later next_years_price stay_the_same price_locked lock_the_price price_lock',
  'automatic dialler':
    'rings_numbers dials_numbers dial_by_itself rings_one_after power_dial power_dialler power_dialer automatic_dialer auto_dial autodial autodialer auto_dialer predictive_dialer dialer',
  'add seats during the term':
    'hire hiring new_hires new_starters new_joiners more_people_join somebody_joins someone_joins grow_the_team growing_the_team team_grows we_grow add_people add_users add_more_people bring_on_more scale_up mid_term midway halfway',
  'reduce seats renewal':
    'someone_leaves somebody_leaves people_leave fewer_people fewer_seats fewer_users drop_seats drop_a_seat scale_down shrink shrinks downsize let_people_go cut_seats lay_off layoffs unused_seats remove_users give_back',
  'volume discount seats':
    'bulk bulk_discount big_order large_order many_seats buy_more quantity_discount larger_teams',
  'nonprofit discount charities education':
    'charity charities ngo foundation school schools university universities church not_for_profit non_profit',
  discount:
    'wiggle_room haggle knock_something_off knock_off better_price better_deal sharpen_your_pencil movement_on_price concession nicer_price sweeten come_down_on special_price promo money_off',
  'startup discount': 'startup startups start_up just_starting_out early_stage',
  'long contract three years discount':
    'commit_longer commit_for longer_commitment sign_for_longer multi_year several_years longer_contract',
  refund: 'money_back get_our_money back_our_money pay_us_back paid_back reimburse* get_a_refund money_returned',
  'setup fee included':
    'hidden_costs hidden_fees hidden_charges extra_costs surprises set_up_fee set_up_cost startup_costs one_off one_time_fee implementation_cost extra_charges on_top',
  'cancel cancellation notice':
    'get_out get_out_of quit walk_away back_out stop_using stop_paying end_the_contract ending_the_contract end_it leave_you leave_early exit_clause pull_out drop_you terminate terminating not_continue bail bail_out part_ways stop_the_subscription',
  'renewal automatically renew':
    'auto_renew auto_renews roll_over rolls_over run_on continues_by_itself renews_by_itself end_of_the_contract contract_ends contract_runs_out',
  'change plan upgrade downgrade':
    'move_up move_to switch_plans switch_plan change_plans change_our_plan bigger_plan higher_plan smaller_plan lower_plan step_up go_down_a_plan outgrow',
  'data export after cancellation':
    'take_our_data take_everything get_our_data_out get_our_stuff data_when_we_leave data_if_we_leave if_we_leave when_we_leave after_we_leave pull_our_data own_our_data hostage download_everything leave_with_our',
  // Getting started
  'onboarding implementation live':
    'up_and_running get_going go_live going_live ramp_up roll_out rolled_out set_us_up set_it_up be_ready ready_to_use install installation start_using get_started switch_on kick_off',
  training:
    'teach teaches learn_the_tool show_our_people up_to_speed tutorials learning_curve courses classes how_to_use_it lessons coach coaching not_technical not_very_technical',
  'migration import contacts':
    'move_our_data bring_over bring_across move_over move_everything carry_over copy_over get_our_data_in get_everything_in switch_from switching_from old_system existing_contacts existing_data existing_records years_of_data address_book from_our_spreadsheets from_spreadsheets from_excel load_our upload_our',
  'duplicates merged': 'double_entries same_person_twice twice_in dupes duplicate_contacts doubles',
  'free trial':
    'kick_the_tires kick_the_tyres try_before try_it test_drive free_go play_around play_with_it poke_around take_it_for_a_spin try_out trying_out give_it_a_try see_for_ourselves',
  'trial extended':
    'more_time_to_test longer_trial extra_week extra_days another_week extend_the_trial trial_runs_out trial_is_almost',
  'trial ends data': 'after_the_trial trial_is_over when_the_trial trial_expires trial_ends end_of_the_trial',
  demo: 'see_it_live walk_us_through walk_me_through show_us_the show_me_the see_it_in_action look_at_it_together screen_share',
  // Product
  'mobile app':
    'phone_app on_my_phone on_their_phone on_their_phones iphone iphones ipad android on_the_road on_the_go out_of_the_office field_sales',
  offline:
    'no_reception no_signal no_internet without_internet without_signal without_reception dead_zone dead_zones bad_connection patchy on_a_plane no_coverage no_network',
  'integration native':
    'talk_to talks_to hook_up hook_into hooks_into plug_in plug_into plugs_into play_nice play_nicely work_together works_together sync syncs synced link_to links_to link_up fit_in_with tie_into ties_into goes_together pair_with connects_to get_along',
  API: 'programmatic* build_on_top build_our_own own_scripts our_developers our_devs pull_data_out custom_code own_software home_grown homegrown in_house_system',
  'webhooks delivery signed': 'its_really_you really_from_you faking_it faked spoof spoofed forged',
  'webhooks delivery fails repeated': 'our_server_is_down server_is_down endpoint_is_down receiver_is_down',
  'webhook addresses limit': 'target_addresses how_many_endpoints how_many_webhooks',
  'webhooks events': 'real_time push_events ping_our notify_our_system tell_our_system get_notified instantly',
  'rate limit requests per minute': 'throttl* how_many_calls how_many_requests too_many_requests hammer hit_your_api',
  'shared inbox email':
    'same_mailbox same_inbox shared_mailbox common_mailbox group_mailbox info_address one_mailbox joint_mailbox',
  'call logging recording':
    'record_calls recorded_calls recording_calls listen_back listen_to_calls tape log_calls logs_calls phone_calls note_calls write_down_calls',
  'reports dashboard':
    'see_the_numbers charts graphs stats statistics metrics kpi kpis track_performance how_my_team how_the_team is_doing who_is_selling management_overview board_pack figures_at_a_glance',
  'automation workflows':
    'by_itself automate automates automated automatically without_clicking less_typing less_admin manual_work follow_ups_automatically reminders nudges',
  'custom fields':
    'own_fields extra_fields additional_fields tailor tailored customis* customiz* adapt_it bend_it our_own_columns',
  'storage attachments':
    'file_size file_sizes gigabytes disk_space space_for_files big_files how_much_space upload_files documents_can_we',
  'contacts limit':
    'how_many_contacts how_many_customers how_many_records size_of_database too_many_contacts run_out_of_space',
  'language interface':
    'in_german in_french in_spanish in_italian in_dutch in_other_languages speak_german speak_french translated non_english multilingual',
  'on-premises':
    'own_servers our_own_server our_own_servers own_hardware own_data_centre own_data_center in_our_basement behind_our_firewall',
  // The vendor
  'founded employees company':
    'how_old_are_you how_long_have_you been_around around_for how_big_are_you go_bust bankrupt go_under out_of_business still_be_here still_exist still_be_around who_are_you who_owns backed_by investors stable financially',
  'customers case study':
    'similar_companies companies_like_us companies_like_ours firms_like who_else_uses our_industry our_line_of_business success_stories success_story proof reference_customer references anyone_like_us',
  'payback savings time':
    'roi return_on_investment pay_for_itself pays_for_itself worth_it worth_the_money bang_for break_even business_case save_us',
  'liability contract':
    'liable sue legal_terms legal_conditions indemni* your_terms lawyer lawyers redline redlines mark_up',
};

const INDEX = indexConcepts(PARAPHRASES);

/** What a text says in everyday words, and the words documents would use for it. */
export function findParaphrases(text: string): SaidConcept[] {
  return listConcepts(text, INDEX);
}

/** The words documents would use, each line of the table once, in the text's order. */
export function readParaphrases(text: string): string[] {
  return [...new Set(findParaphrases(text).map(({ concept }) => concept))];
}
