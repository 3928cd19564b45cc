/** Countries and regions, `name=other names`; the first is the value. */
const COUNTRIES = `Afghanistan;Albania;Algeria;Andorra;Angola;Argentina;Armenia;Australia;Austria=Österreich,Autriche;Azerbaijan;Bahamas;Bahrain;Bangladesh;Barbados;Belarus;Belgium=Belgien,Belgique,België;Belize;Benin;Bhutan;Bolivia;Bosnia and Herzegovina=Bosnia;Botswana;Brazil=Brasil,Brasilien;Brunei;Bulgaria;Burkina Faso;Burundi;Cambodia;Cameroon;Canada=Kanada;Cape Verde;Chile;China;Colombia;Costa Rica;Croatia;Cuba;Cyprus;Czech Republic=Czechia;Denmark=Danmark,Dänemark;Dominican Republic;Ecuador;Egypt;El Salvador;Estonia;Ethiopia;Fiji;Finland=Finnland,Suomi;France=Frankreich,Francia,Frankrijk;Gabon;Gambia;Germany=Deutschland,Allemagne,Alemania,Alemanha,Germania,Duitsland;Ghana;Greece=Griechenland;Greenland;Guadeloupe;Guatemala;Guinea;Guyana;Haiti;Honduras;Hong Kong;Hungary=Ungarn;Iceland;India=Indien;Indonesia;Iran;Iraq;Ireland=Irland;Israel;Italy=Italia,Italien,Italie;Ivory Coast;Jamaica;Japan;Kazakhstan;Kenya;Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Liberia;Libya;Liechtenstein;Lithuania;Luxembourg=Luxemburg;Macau;Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Mauritius;Mexico=México;Moldova;Monaco;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Namibia;Nepal;Netherlands=Holland,Niederlande,Nederland,Pays-Bas;New Zealand;Nicaragua;Nigeria;North Macedonia=Macedonia;Norway=Norwegen,Norge;Oman;Pakistan;Panama;Papua New Guinea;Paraguay;Peru;Philippines;Poland=Polen,Polska;Portugal;Puerto Rico;Qatar;Romania;Russia;Rwanda;Saudi Arabia;Senegal;Serbia;Seychelles;Singapore;Slovakia;Slovenia;Somalia;South Africa;South Korea=Korea;Spain=España,Spanien,Espagne,Espanha;Sri Lanka;Sudan;Suriname;Sweden=Sverige,Schweden;Switzerland=Schweiz,Suisse,Svizzera;Syria;Taiwan;Tajikistan;Tanzania;Thailand;Togo;Tunisia;Turkey=Türkiye;Turkmenistan;Uganda;Ukraine;United Arab Emirates=UAE;United Kingdom=UK,U.K.,Great Britain,Britain,England,Scotland,Wales,Northern Ireland;United States=USA,US,U.S.,U.S.A.,United States of America;Uruguay;Uzbekistan;Venezuela;Vietnam;Yemen;Zambia;Zimbabwe`;
const REGIONS = `European Union=EU;EEA;EMEA;DACH;APAC;LATAM;MENA;ANZ;Europe=Europa;Asia;Africa;North America;South America;Latin America;Middle East;Nordics;Scandinavia;Benelux;Baltics;Balkans`;
const CITIES = `Aachen;Abu Dhabi;Adelaide;Amsterdam;Ankara;Antwerp;Athens;Atlanta;Auckland;Austin;Baltimore;Bangalore=Bengaluru;Bangkok;Barcelona;Basel;Beijing;Belfast;Belgrade;Berlin;Bern;Birmingham;Bogota;Bologna;Bonn;Bordeaux;Boston;Bratislava;Bremen;Brisbane;Bristol;Brussels=Bruxelles,Brüssel;Bucharest;Budapest;Buenos Aires;Cairo;Calgary;Cambridge;Cape Town;Caracas;Cardiff;Casablanca;Chennai;Chicago;Cologne=Köln;Copenhagen;Dallas;Delhi=New Delhi;Denver;Detroit;Dortmund;Dresden;Dubai;Dublin;Düsseldorf;Edinburgh;Eindhoven;Essen;Florence;Frankfurt;Geneva=Genf,Genève;Genoa;Ghent;Glasgow;Gothenburg;Graz;Guangzhou;Hamburg;Hannover=Hanover;Hanoi;Havana;Helsinki;Ho Chi Minh City;Houston;Hyderabad;Innsbruck;Istanbul;Jakarta;Jerusalem;Johannesburg;Karachi;Karlsruhe;Kiev=Kyiv;Krakow;Kuala Lumpur;Lagos;Lahore;Las Vegas;Lausanne;Leeds;Leipzig;Lille;Lima;Linz;Lisbon=Lisboa;Liverpool;London=Londres;Los Angeles;Lyon;Madrid;Malmö;Manchester;Manila;Mannheim;Marseille;Medellin;Melbourne;Mexico City;Miami;Milan=Milano,Mailand;Minneapolis;Montreal;Moscow;Mumbai;Munich=München;Nairobi;Nantes;Naples;New Orleans;New York=New York City,NYC;Newcastle;Nuremberg=Nürnberg;Osaka;Oslo;Ottawa;Oxford;Palermo;Paris;Perth;Philadelphia;Pittsburgh;Porto;Portland;Prague;Quito;Riga;Rio de Janeiro;Riyadh;Rome;Rotterdam;Salzburg;San Diego;San Francisco;San Jose;Santiago;Sao Paulo=São Paulo;Sarajevo;Seattle;Seoul;Seville;Shanghai;Sheffield;Shenzhen;Sofia;Stockholm;Strasbourg;Stuttgart;Sydney;Tallinn;Tampa;Tel Aviv;The Hague;Tokyo;Toronto;Toulouse;Turin=Torino;Utrecht;Valencia;Vancouver;Venice;Vienna=Wien;Vilnius;Warsaw;Washington;Wellington;Winnipeg;Zagreb;Zurich=Zürich`;
const STATES = `Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;West Virginia;Wisconsin;Wyoming;Ontario;Quebec;British Columbia;Alberta;Bavaria=Bayern;Catalonia`;

/** Places that are people's names or words as well: only behind a preposition of place. */
export const DOUBTFUL_PLACES: ReadonlySet<string> = new Set(
  'chad jordan georgia turkey china mali cuba guinea us paris florence sofia austin dallas victoria adelaide washington houston lima perth essen split valencia wales indiana carolina virginia maine cologne alberta'.split(
    ' ',
  ),
);

export interface Place {
  value: string;
  names: readonly string[];
}

export const PLACES: readonly Place[] = [
  COUNTRIES,
  REGIONS,
  CITIES,
  STATES,
  'Georgia;Jordan;Chad;Virginia;Washington DC',
]
  .join(';')
  .split(';')
  .map((entry) => {
    const [value = '', others] = entry.split('=');
    return { value, names: [value, ...(others?.split(',') ?? [])] };
  });
