import { type MissingAttribute } from '../../../shop-reply.facts.js';

/** The fixed texts of the shop's assistant; none of them states a figure. */
export const SHOP_PHRASES = {
  greeting:
    'Hello! I can tell you what sells best, what is in stock and what it costs, and look up your orders. What would you like to know?',
  thanks: 'You are welcome! Is there anything else you would like to know?',
  smallTalk:
    'Thank you for asking! I can help with products, stock, prices and your orders. What would you like to know?',
  outOfScope:
    'I can only help with this shop: products, prices, stock, best sellers and your own orders. I can also pass you on to a person of our team. What would you like to know?',
  signIn: 'Please sign in, and I can look up your orders. Questions about products I can answer right away.',
  otherPeople:
    'I can only look up the orders and data of the customer who is signed in. Is there anything about your own orders or our products you would like to know?',
  instructions:
    'I cannot change how I work or who I answer to. I can help with products, stock, prices and your own orders.',
  notLookedUp: 'I could not look that up just now. Please try again, or ask for a person of our team.',
  noOrders: 'I could not find any orders in your account.',
  noOpenOrder: 'You have no open order at the moment.',
  offerPerson: 'If you like, a person of our team can take over; just say so.',
  handedOff: 'This conversation is now flagged for a person of our team, who will see what was said here.',
  noPolicy: 'I have no confirmed information about this, so I would rather not guess.',
  cannotReturn: 'I cannot start a return or a refund from here.',
  cannotCancel: 'I cannot cancel or change an order from here.',
} as const;

export const MISSING_PHRASES: Readonly<Record<MissingAttribute, string>> = {
  size: 'Sizes are not in our data, so I cannot say anything about them.',
  colour: 'Colours are not in our data beyond what a product is called, so I cannot say anything about them.',
  discount: 'Discounts and vouchers are not in our data, so I cannot say anything about them.',
  shipping_fee: 'Shipping fees are not in our data, so I cannot say anything about them.',
  restock_date: 'When more will arrive is not in our data.',
  material: 'Materials and care are not in our data beyond what a product is called.',
};

/** What the assistant can do, in the customer's language; the answer itself follows in English. */
const FOREIGN: Readonly<Record<string, string>> = {
  de: 'Ich antworte auf Englisch und kann Ihnen sagen, was auf Lager ist, was es kostet, was sich gut verkauft und wo Ihre Bestellung ist.',
  fr: 'Je réponds en anglais et peux vous dire ce qui est en stock, les prix, les meilleures ventes et où en est votre commande.',
  es: 'Respondo en inglés y puedo decirle qué hay en stock, los precios, lo más vendido y dónde está su pedido.',
  it: 'Rispondo in inglese e posso dirle che cosa è disponibile, i prezzi, i più venduti e a che punto è il suo ordine.',
  nl: 'Ik antwoord in het Engels en kan u vertellen wat op voorraad is, wat het kost, wat goed verkoopt en waar uw bestelling is.',
  pt: 'Respondo em inglês e posso dizer-lhe o que há em stock, os preços, os mais vendidos e onde está a sua encomenda.',
};
const OTHER_LANGUAGE =
  'I answer in English. I can tell you what is in stock, what it costs, what sells best and where your order is.';

/** Empty for English, and where the text gave no hint. */
export function sayLanguage(language: string): string {
  return language === 'en' || language === 'und' ? '' : (FOREIGN[language] ?? OTHER_LANGUAGE);
}
