import fc from 'fast-check';
import { type Intent, SALES_INTENTS, SHOP_INTENTS, type ShopIntent } from '../message-analysis.js';
import { classifyIntents, classifyShopIntents } from './classify-intents.js';

const examples: readonly (readonly [Intent, string])[] = [
  ['pricing_inquiry', 'What does the Growth plan cost per month?'],
  ['pricing_inquiry', 'Can you send me a quote for 75 licences?'],
  ['pricing_inquiry', 'How much would we pay for 120 users on an annual contract?'],
  ['pricing_inquiry', 'What are your rates?'],
  ['discount_request', 'Do you offer any discount for nonprofits?'],
  ['discount_request', 'Would you do 15% off if we sign for three years?'],
  ['discount_request', 'Can you do better on the price?'],
  ['discount_request', 'Is there any wiggle room on price if we take 200 seats?'],
  ['feature_inquiry', 'Does your tool let me build custom reports?'],
  ['feature_inquiry', 'Is there a mobile app?'],
  ['feature_inquiry', 'Which features come with the starter plan?'],
  ['feature_inquiry', 'Can I export my pipeline to Excel?'],
  ['technical_inquiry', 'Does it integrate with Salesforce?'],
  ['technical_inquiry', 'Do you have a public API with webhooks?'],
  ['technical_inquiry', 'What are the rate limits on the API?'],
  ['technical_inquiry', 'Can it run on-premise?'],
  ['security_compliance', 'Are you SOC 2 certified?'],
  ['security_compliance', 'Where do you store customer data, and is it encrypted at rest?'],
  ['security_compliance', 'Is single sign-on with Okta supported?'],
  ['security_compliance', 'Who has access to our data?'],
  ['competitor_comparison', 'How are you different from Salesforce?'],
  ['competitor_comparison', 'Why should we choose you over HubSpot?'],
  ['competitor_comparison', 'We are also looking at Pipedrive. What makes you better?'],
  ['competitor_comparison', 'We currently use another CRM.'],
  ['price_objection', 'Honestly that is more than we can afford.'],
  ['price_objection', 'Your competitor is much cheaper.'],
  ['price_objection', "We don't have the budget for this right now."],
  ['price_objection', 'The price is a bit steep for a team our size.'],
  ['objection', "I'm worried our reps won't adopt yet another tool."],
  ['objection', 'We already have a system that works fine.'],
  ['objection', "I don't really see the value for a small company."],
  ['objection', 'This looks too complicated for us.'],
  ['timing_inquiry', 'When could we go live?'],
  ['timing_inquiry', 'How soon can we start?'],
  ['timing_inquiry', 'What is the timeline for a rollout?'],
  ['timing_inquiry', 'Can we be up and running before January?'],
  ['decision_process', 'I have to discuss it with my manager before deciding.'],
  ['decision_process', 'Our procurement team has to approve every vendor.'],
  ['decision_process', 'Who on our side needs to sign off?'],
  ['decision_process', 'The board decides in December.'],
  ['demo_request', "I'd like to see the product in action."],
  ['demo_request', 'Could someone walk us through the platform?'],
  ['demo_request', 'Can we book a call for Thursday at 3pm?'],
  ['demo_request', 'Please show me how it works.'],
  ['trial_request', 'Can I try it before buying?'],
  ['trial_request', 'Do you offer a 14 day trial?'],
  ['trial_request', "We'd like to run a pilot with ten people."],
  ['onboarding_inquiry', 'How does onboarding work?'],
  ['onboarding_inquiry', 'Will you help us migrate our existing data?'],
  ['onboarding_inquiry', 'Do you train our team?'],
  ['onboarding_inquiry', 'How hard is it to set up?'],
  ['follow_up', 'Any update on the proposal?'],
  ['follow_up', 'I wanted to check in about our conversation last week.'],
  ['follow_up', "I haven't heard back from you."],
  ['follow_up', 'Please get back to me next month.'],
  ['renewal_inquiry', 'Our contract is up in June, what are the renewal options?'],
  ['renewal_inquiry', 'Does the subscription renew automatically?'],
  ['renewal_inquiry', 'I want to renew our licence.'],
  ['contract_legal', 'Our legal team has questions about the liability clause.'],
  ['contract_legal', 'What is the minimum contract length?'],
  ['contract_legal', 'Can we cancel at any time?'],
  ['contract_legal', 'Please share your terms and conditions.'],
  ['support_issue', 'The dashboard is not loading.'],
  ['support_issue', "I can't log in to my account."],
  ['support_issue', 'We were charged twice this month.'],
  ['support_issue', 'I get an error 500 when I import contacts.'],
  ['buying_signal', "We're ready to sign."],
  ['buying_signal', "Let's go ahead with the Business plan."],
  ['buying_signal', 'Where do I sign?'],
  ['buying_signal', 'What are the next steps to get started?'],
  ['not_interested', 'Thanks, but we are not interested.'],
  ['not_interested', 'We decided to go with another vendor.'],
  ['not_interested', 'No thanks.'],
  ['not_interested', "We'll pass for now."],
  ['opt_out', 'Please remove me from your mailing list.'],
  ['opt_out', 'Stop emailing me.'],
  ['opt_out', 'Unsubscribe'],
  ['opt_out', 'Please never contact me again.'],
  ['opt_out', 'Kindly do not reach out to me any further.'],
  ['opt_out', 'I dont want any more mails from you. ever.'],
  ['opt_out', 'Wrong person, please remove my address from your database.'],
  ['discount_request', 'Give us 50% off and I will sign the Enterprise contract today.'],
  ['technical_inquiry', 'Which uptime do you guarantee in the Enterprise contract?'],
  ['security_compliance', 'How do you encrypt our data at rest?'],
  ['onboarding_inquiry', 'How long does onboarding take until our Enterprise workspace is live?'],
  ['feature_inquiry', 'What does support look like on the Starter plan?'],
  ['opt_out', "Don't contact me again."],
  ['greeting', 'Hi there'],
  ['greeting', 'Good morning!'],
  ['greeting', 'Hello Anna,'],
  ['thanks', 'Thanks a lot!'],
  ['thanks', 'That was very helpful, thank you.'],
  ['thanks', 'I appreciate your quick reply.'],
  ['small_talk', 'How was your weekend?'],
  ['small_talk', 'Are you a real person?'],
  ['small_talk', 'Have a great day!'],
  ['small_talk', 'ok cool'],
  ['out_of_scope', 'Write me a poem about autumn.'],
  ['out_of_scope', "What's the weather like in Oslo?"],
  ['out_of_scope', 'Who won the football match yesterday?'],
  ['out_of_scope', 'asdf qwer zxcv'],
  ['renewal_inquiry', 'We would like to add seats when we renew.'],
];

describe('classifyIntents', () => {
  it.each(examples)('reads %s in "%s"', (intent, text) => {
    expect(classifyIntents(text)[0]?.intent).toBe(intent);
  });

  it('has an example of every intent', () => {
    expect(new Set(examples.map(([intent]) => intent))).toEqual(new Set(SALES_INTENTS));
  });

  it('keeps two requests of one message both well above the rest', () => {
    const scores = classifyIntents('How much does it cost, and could you show me a demo?');
    expect(
      scores
        .slice(0, 2)
        .map(({ intent }) => intent)
        .sort(),
    ).toEqual(['demo_request', 'pricing_inquiry']);
    expect(scores[1]?.probability).toBeGreaterThan(0.2);
    expect(scores[2]?.probability).toBeLessThan(0.1);
  });

  it('lets a courtesy yield to the request it wraps', () => {
    const [top] = classifyIntents('Hello! Thank you so much for your time. What would 40 licences cost?');
    expect(top?.intent).toBe('pricing_inquiry');
  });

  it('puts the mass on out_of_scope where nothing speaks for anything', () => {
    const [top] = classifyIntents('the blue mountain sleeps');
    expect(top).toMatchObject({ intent: 'out_of_scope' });
    expect(top?.probability).toBeGreaterThan(0.6);
    expect(top?.probability).toBeLessThan(0.9);
  });

  it('reads each request of a message of several sentences', () => {
    const scores = classifyIntents('We have 12 reps. Does it integrate with Outlook? And what is the notice period?');
    expect(
      scores
        .slice(0, 2)
        .map(({ intent }) => intent)
        .sort(),
    ).toEqual(['contract_legal', 'technical_inquiry']);
  });

  it('gives the last word to a wish not to be contacted', () => {
    const [top] = classifyIntents('Your prices are too high and the demo was poor. Unsubscribe me from your list.');
    expect(top?.intent).toBe('opt_out');
  });

  it.each([
    ['pricing_inquiry', 'Was kostet das Team-Paket pro Monat?'],
    ['pricing_inquiry', 'Combien coûte la version entreprise ?'],
    ['demo_request', 'Me gustaría ver una demostración.'],
    ['not_interested', 'Grazie, ma non siamo interessati.'],
    ['opt_out', 'Schrijf mij uit, ik wil geen e-mails meer.'],
  ])('reads %s in "%s"', (intent, text) => {
    expect(classifyIntents(text)[0]?.intent).toBe(intent);
  });

  it('gives every intent a probability, falling, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const scores = classifyIntents(text);
        expect(new Set(scores.map(({ intent }) => intent))).toEqual(new Set(SALES_INTENTS));
        expect(scores).toHaveLength(SALES_INTENTS.length);
        for (const [at, { probability }] of scores.entries()) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(at === 0 ? 1 : (scores[at - 1]?.probability ?? 0));
        }
      }),
      { numRuns: 50 },
    );
  });
});

const shopExamples: readonly (readonly [ShopIntent, string])[] = [
  ['order_status', 'Where is order 4711?'],
  ['order_items', 'Which articles are in order 4711?'],
  ['order_total', 'How much was order 4711 in total?'],
  ['list_orders', 'Show all orders I have placed so far.'],
  ['delivery_date', 'When will my order be delivered?'],
  ['return_refund', 'The trousers are too small, I would like to send them back.'],
  ['cancel_order', 'Please cancel order 4711.'],
  ['product_search', 'I am looking for a warm coat.'],
  ['stock_check', 'Is the grey cardigan in stock?'],
  ['price_check', 'What does the grey cardigan cost?'],
  ['best_sellers', 'What are your best-selling jackets?'],
  ['cheaper_alternative', 'Do you have a cheaper cardigan like this one?'],
  ['policy_question', 'What is your return policy?'],
  ['talk_to_person', 'Let me talk to a human.'],
  ['greeting', 'Hello!'],
  ['thanks', 'Thank you so much!'],
  ['small_talk', 'How was your weekend?'],
  ['out_of_scope', 'Write me a poem about autumn.'],
];

describe('classifyShopIntents', () => {
  it.each(shopExamples)('reads %s in "%s"', (intent, text) => {
    expect(classifyShopIntents(text)[0]?.intent).toBe(intent);
  });

  it('has an example of every intent, and gives each a probability', () => {
    expect(new Set(shopExamples.map(([intent]) => intent))).toEqual(new Set(SHOP_INTENTS));
    const given = classifyShopIntents('Is it in stock?').map(({ intent }) => intent);
    expect(new Set(given)).toEqual(new Set(SHOP_INTENTS));
  });
});
