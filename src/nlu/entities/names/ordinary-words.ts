/**
 * Ordinary English words that products, plans and companies like to be named after, or that a typing error of such a name
 * could be. One of them, written small, is a name only where the sentence says so.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `able about above access account accounts across action active activity actual add additional address admin advance
  advanced advantage after again against agency agent agents ahead align alive all allow almost alone along already also
  always amount and annual another answer any anyone anything anyway apart app apple apply area around arrow article ask
  asset assist attach attend aware away back backup badge balance band bank base based basic basics basis be beacon bear
  beat because become been before begin behind being believe below benefit best better between beyond big bill billing bit
  black block blue board body bold bonus book boost both bottom bound box brain branch brand bridge brief bright bring
  broad broker browse budget build builder built bundle business but button buy buyer call calls came camp can canvas
  capital card care career carry case cases cash catch cause center central certain chain chance change channel charge
  chart chat cheap check checked checks choice choose circle city claim class classic clean clear click client clients
  close cloud club coach code collect color column come comes coming comment common compact company compare compass
  complete complex concept concern condition connect connected consider contact contacts content contract control core
  corner cost costs could count country couple course cover craft create creative credit crisp cross current custom
  customer customers cycle daily dash data date day days deal deals deep default deliver demand demo department depth
  design desk detail develop device dialog did differ different digital direct discount discover discuss do does done
  door double doubt down draft dream drift drive driven drop due during each early earn ease easy echo edge edit edition
  effect effort eight either element else email emails employee employees empty enable end energy engage engine enjoy
  enough ensure enter enterprise enterprises entire entry equal error essential essentials estate even event ever every
  everyone everything evolve exact example excel except exchange expand expect expert explore export extend extra eye face
  fact fair fall family fast favor feature features feed feel few field figure file fill final finance find fine finger
  finish firm first fit five fix fixed flag flash flat flex flexible float flow focus folder follow food for force form
  format forward found foundation four frame free freedom fresh friday friend from front fuel full fun function fund future
  gain gather gave general generate get give global go goal gold golden good grand grant great green grid ground group
  groups grow growing growth guard guess guest guide guru had half hand handle happen hard harvest has have head health
  hear heard heart heavy help her here high hint hire his history hit hold home honest hope horizon host hot hour hours
  house how hub huge human idea ideal impact import improve in include increase index individual industry info inform
  inside insight insights instant instead intent interest interested into invest invoice issue item its itself job join
  journey jump junior just keep key kind king know lab label lack land large last late later launch layer lead leader
  leads leap learn least leave left legal less let letter level leverage license life light like likely limit limited line
  link links list lite little live load local lock log logic long look looking loop loss lot low lower lunch made magic
  magnet mail main major make manage manager many map mark market marketing master match matter matrix may me mean measure
  media medium meet meeting member members memory mention merge message metric might mind mine minute miss mission mix
  mobile mode model modern moment monday money monitor month more most motion move much multi must name native nature near
  need needs nest net network never new news next nice night no noble node none normal north not note notes nothing notice
  notion now number object ocean odd of off offer office often old on once one online only open opera option options
  oracle orbit order orders organic origin other our out outcome outlook outreach over own pace pack package page paid
  pair panel paper part partner partners party pass past path pause pay payment peak people per perfect person personal
  phase phone pick piece pilot pipe pipeline pitch place plain plan plane planet plans plant platform play please plus
  point policy pool popular portal position power premium present press prices pricing pride prime print prior private pro
  problem process product professional profile profit program project promise proof proper property protect provide public
  pull pulse purchase pure push put quality quarter queue quick quite quota quote radar rain raise random range rank rapid
  rate rather reach read ready real really reason receive recent record records red reduce refer regard region regular
  relate release rely remain remote remove repeat reply report reports request rest result return review rich ride right
  ring rise river road rocket role roll room root round route router rule run safe sage said sales same sample save say
  scale scaling scope score screen search season seat seats second secret section sector secure security see seed seem
  segment select self sell seller send senior sense separate series serious serve server service set seven several shape
  share sharp shift ship shop short should show side sight sign signal silver similar simple since single site six size
  skill slack slide slow small smart smooth so social soft solid solo solution solve some someone soon sort sound source
  south space spark special speed spend sphere spring sprint square stable stack staff stage stand standard star start
  started starter starters startup state station status stay steam step still stock stone stop store story strategy stream
  street stretch string strong studio study style subject success such suite summer summit sun support sure surface swift
  switch sync system systems table take talk target task tasks team teams tech tell ten term test than thank that the their
  them then there these they thing think third this those three through tide tier time timing title to today together told
  too tool tools top total touch tower track trade traffic train training travel trend trial tribe true trust try turn two
  type ultimate under union unique unit universal unlimited until up update upper us usage use used useful user users
  usual valley value vector vendor venture verify version very via view vision visit vista visual voice volume wait walk
  wall want was watch wave way we web website week weekly well went were west what when where which while white who whole
  why wide will wind window wing winter wire wise wish with within without wonder word work worker working workplace
  works world worth would write year yes yet you young your zero zone narrow harder stored sorted charter
  interprets interest`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
