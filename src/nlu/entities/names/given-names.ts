/** Common given names of many countries, folded: one of them before a capitalised word makes the two a person. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abby abdul abigail abraham ada adam adele adrian agnes ahmed aidan aisha akira alan albert alberto alejandro alessandro
  alex alexander alexandra alfred ali alice alicia alison allison amanda amber amelia amina amir amy ana anders andre andrea
  andreas andrew angela angelo anita anja ann anna anne annette annika anthony antoine anton antonio april ariel arnold arthur
  arjun astrid audrey aurora axel barbara bart beatrice beatriz ben benjamin bernard bernd bert beth betty bianca bill birgit
  bjorn bob boris brad bram brandon brenda brian bridget britta bruce bruno bryan caitlin camila camille carl carla carlos carmen
  carol carolina caroline catherine cecilia celine charles charlotte chen chloe chris christian christina christine christoph
  christopher cindy claire clara claudia claus colin connor cristina curtis cynthia daan dagmar damian dan dana daniel daniela
  danielle darren dave david dawn deborah debra denis dennis derek diana diego dieter dietmar dimitri dominic dominik don donald
  donna doris dorothy doug douglas dylan ed eddie edgar edith eduardo edward eileen elaine eleanor elena eli elias elif elizabeth
  ella ellen elsa emil emilia emily emma enrique eric erica erik erika ernst esther ethan eugene eva evelyn fabian fatima felipe
  felix fernando fiona florian frances francesca francesco francis francisco francois frank franz fred frederic frederik frida
  friedrich gabriel gabriela gareth gary gavin gemma george georg gerald gerard gerd gianni gina giovanni giulia gloria gordon
  graham greg gregor gregory greta guido guillaume gunnar gustav hana hanna hannah hans harald harold harriet harry hassan heather
  heidi heike heinz helen helena helga henri henrik henry herbert hiroshi holger holly howard hugo ian ibrahim igor ines inga
  ingrid irene iris isaac isabel isabella isabelle ivan jack jackie jacob jacques jake jakob james jamie jan jana jane janet janice
  jasmin jason javier jean jeff jeffrey jenna jennifer jenny jens jeremy jerome jerry jesse jessica jill jim joan joanna joanne
  joao joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jose josef joseph josh joshua joyce juan judith
  judy julia julian juliana julie juliette julio jurgen justin kai karen karin karl karla karsten kate katharina katherine kathleen
  kathryn kathy katie katja keith kelly ken kenji kenneth kerstin kevin khalid kim kirsten klaus kristen kristin kristina kumar
  kurt kyle lara larry lars laura lauren laurent lea leah lee lena leo leon leonard leonardo leonie leslie li liam lily linda lisa
  liz lorenzo lothar louis louise luca lucas lucia lucy luis luisa lukas luke lydia lynn maja malte manfred manuel manuela marc
  marcel marco marcus margaret margarita maria marie marina mario marion marius mark markus marta martha martin martina marvin mary
  massimo mateo mathias matt matteo matthew matthias maureen maurice max maximilian megan mehmet mei melanie melissa michael
  michaela michel michele michelle miguel mika mike mikhail milan mina ming miriam mohamed mohammed moira monica monika muhammad
  nadia nadine nancy naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole niels nigel niklas nikolai nils
  nina noah noel nora norbert norman nuno olaf oleg olga oliver olivia olivier omar oscar otto owen pablo pamela paola paolo
  pascal patricia patrick paul paula pauline pavel pedro peggy penelope per peter petra phil philip philipp philippe phillip pia
  pierre piotr priya quentin rachel rafael rainer raj rajesh ralf ralph ramon raphael raul ravi ray raymond rebecca regina reinhard
  renata rene rhys ricardo richard rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rosa rose
  rosemary ross roy rudolf rupert russell ruth ryan sabine sabrina sally sam samantha samir samuel sandra sanjay sara sarah
  sasha scott sean sebastian selma sergei sergio shane shannon sharon shaun sheila shirley sibylle silke silvia simon simone sofia
  sonia sonja sophia sophie stefan stefania stefanie stella stephan stephanie stephen steve steven stuart susan susanne suzanne
  sven svetlana sylvia tamara tanja tanya tara tatiana ted teresa terry theo theresa thierry thomas thorsten tiffany tim timothy
  tina tobias todd tom tomas tony tracy trevor uli ulrich ulrike ursula ute uwe valentina valerie vanessa vera veronica victor
  victoria viktor vincent virginia vladimir volker walter wanda wang wayne wei wendy werner wilhelm will william wolfgang xavier
  yan yara yasmin yuki yusuf yves yvonne zach zoe`
    .split(/\s+/)
    .filter((name) => name !== ''),
);
