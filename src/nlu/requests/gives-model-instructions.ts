import { rememberLast } from '../../shared/remember-last.js';
import { unfoldText } from './unfold-text.js';

const RULES_NOUN = String.raw`(?:instructions?|prompts?|guidelines?|directions|directives?|(?:your|all|previous|these|those|the above|its) (?:\w+ )?(?:rules|restrictions|constraints|policies|programming|training|safeguards|filters)|everything (?:above|before|you were told)|(?:all |everything )?(?:the )?above (?:text|message|rules)|what (?:you were|i) told(?: you)?|context above|system message)`;
const VERB = String.raw`(?:ignore|disregard|forget|override|overwrite|bypass|circumvent|neglect|skip|drop|delete|erase|discard|do not follow|don['’]t follow|stop following|pay no attention to)`;

/** What is said to a model and not to a seller, one kind of attack each. */
const PATTERNS: readonly RegExp[] = [
  // "ignore all previous instructions", but not "ignore the instructions in my last mail"
  new RegExp(
    String.raw`\b${VERB}\b(?:(?!\b(?:my|our|I)\b)[^.?!\n]){0,40}\b${RULES_NOUN}\b(?! (?:in|from|of|that|which)? ?(?:my|our|I|we)\b)`,
    'i',
  ),
  /(?<![\p{L}])(?:ignorier\p{L}*|vergiss|vergessen sie|missachte\p{L}*|umgehe)(?![\p{L}])[^.?!\n]{0,40}(?:anweisung|vorgabe|instruktion|regeln|prompt|alles (?:vorherige|davor))/iu,
  /(?<![\p{L}])(?:ignor(?:e|ez|er|a|ad|e|ar)|oubli(?:e|ez|er)|olvida|omite|dimentica|esque[cç]a|esquece|negeer|vergeet)(?![\p{L}])[^.?!\n]{0,40}(?:instructions? (?:pr[ée]c|ant|ci-dessus)|consignes|instrucciones|istruzioni|instru[cç][õo]es|instructies|r[èe]gles pr|reglas ant|opdrachten)/iu,
  // asking for the prompt
  /\b(?:reveal|print|show|repeat|output|display|disclose|leak|dump|share|quote|recite|summari[sz]e|translate|tell me|give me|paste|write out|spell out|what (?:is|are|was|were|does)|what['’]s)\b[^.?!\n]{0,40}\b(?:system (?:prompt|message|instructions?)|your (?:\w+ ){0,2}(?:prompt|system message)|(?:hidden|initial|original|secret|internal|confidential|first) (?:instructions|prompt|directives)|your (?:exact |full |complete |initial )(?:instructions|rules|guidelines)|(?:instructions|rules|prompt) (?:you (?:were|have been) given|above this))/i,
  /\b(?:repeat|print|output|copy|echo|say|return|write)\b[^.?!\n]{0,30}\b(?:(?:text|words|everything|all|content|message|lines?|sentences?)(?: \w+){0,2} (?:above|before this|preceding|so far in (?:this|the) (?:context|prompt))|above (?:text|verbatim))/i,
  /(?<![\p{L}])(?:zeige?|verrate|nenne|gib|montre|affiche|r[ée]v[èe]le|muestra|revela|mostra|rivela|mostre|revele|toon|onthul)(?![\p{L}])[^.?!\n]{0,40}(?:system-?\s?prompt|systemanweisung|systemnachricht|prompt (?:syst[èe]me|del sistema|di sistema|do sistema)|instrucciones del sistema|systeemprompt)/iu,
  /\brepeat (?:after me|the following|this|these words)\b[^.?!\n]{0,40}(?:word[ -]for[ -]word|verbatim|exactly|literally|:)/i,
  /\b(?:sentence|line|passage|part|wording|text) (?:in|of|from) your (?:rules|instructions|guidelines|prompt|policy)\b/i,
  // a notice of the system in the middle of a buyer's mail
  /[[(*]\s?(?:system|admin(?:istrator)?|compliance|automated) (?:notice|message|note|alert|update|announcement)\b/i,
  // role play and unlocked modes
  /\byou(?:['’]re| are) (?:now |no longer |going to be |hereby )+(?:an? |the |my |in |bound |free )?(?:\w+[ -]){0,2}(?:assistant|\w{0,30}bot|\w{0,30}gpt|chatbot|ai|model|developer|admin|administrator|root|dan|hacker|character|mode|restrictions?|rules|limits?|persona|agent without|unrestricted|uncensored|jailbroken)\b/i,
  /\b(?:pretend|act|behave|imagine|role-?play|respond|answer|speak|simulate)\b(?: (?:that|like|as if|as though|as|to be))*\s(?:you(?:['’]re| are| were| have)(?: an? )?(?:no |not |my |free|without|unrestricted|evil|dan|lawyer|admin|developer|an ai|a different|another|the ceo|hacker|unbound|root)|an? (?:\w+ )?(?:unrestricted|uncensored|evil|jailbroken|unfiltered) |dan\b|(?:my )?(?:deceased |late |dead )?grandm)/i,
  /\bpretend (?:that )?(?:you are|you're|to be|you have)\b/i,
  /(?<![\p{L}])(?:du bist (?:jetzt|nun|ab sofort) (?:ein\w* )?\p{L}{0,20} ?(?:ki|assistent|bot|modell|entwickler|dan)|tu es (?:maintenant|désormais) (?:un\w* )?[^.?!\n]{0,20}(?:ia|assistant|bot|modèle|dan)|(?:ahora )?eres ahora|ahora eres (?:un\w* )?[^.?!\n]{0,20}(?:ia|asistente|bot|modelo|dan)|ora sei (?:un\w* )?[^.?!\n]{0,20}(?:ia|assistente|bot))/iu,
  /\b(?:do anything now|jailbreak(?:ed|ing)?|developer mode|god mode|debug mode|maintenance mode|dan mode|sudo mode|admin(?:istrator)? mode|unrestricted mode)\b(?=[^?\n]{0,60}(?:$|[.!,:;\n]|enabled|activated|on\b|now))(?!\s*\?)/i,
  /\b(?:without|free of|ignoring|lifting|remove|disable|turn off|switch off)\b[^.?!\n]{0,25}\b(?:your|all|any|the)\b[^.?!\n]{0,20}\b(?:restrictions|safety (?:filters?|rules|checks|measures)|guardrails|content (?:filters?|policy)|ethical (?:guidelines|rules)|moderation)\b/i,
  // forged turns, tags and delimiters
  /\bnew (?:system |important |updated )?(?:instructions?|directives?|orders|task|rules|prompt)(?: for (?:you|the (?:assistant|model|ai|bot)))?\s*:/i,
  /<\/?\s*(?:system|assistant|instructions?|prompt|sys|tool_call|function_call|user_query|context|im_start|human)\s*>|\[\/?(?:INST|SYS|SYSTEM|ASSISTANT)\]|<<\/?SYS>>|<\|[a-z_]{2,30}\|>/i,
  /(?:^|\n)[ \t#*>\-"'`[(]{0,12}(?:system|assistant|ai|developer|sysadmin|chatgpt|model)[ \t]*(?:prompt|message|note|override|instructions?)?[ \t*\])"']{0,4}:[ \t]*(?=\S)(?!\s*(?:windows|mac|macos|linux|android|ios|sap|chrome|yes|no|none|we\b|our\b|\d))/i,
  /(?:^|\n)[ \t]*(?:#{2,}|-{3,}|={3,}|"{3}|`{3}|\*{3,})[ \t]*(?:end|new|begin|start|system|admin|override|instructions?|user input|input)\b[^\n]{0,40}(?:prompt|instructions?|input|message|context|user|system|override|document|data)/i,
  /<!--[^>]{0,200}\b(?:assistant|ai|model|bot|instructions?|ignore|respond|reply|system|prompt|tell the (?:user|customer)|llm|agent)\b[^>]{0,400}(?:-->|$)/i,
  /\[(?:\/\/|comment|hidden|note to (?:the )?(?:ai|assistant|model|bot))\]?[:#( ][^\n]{0,80}\b(?:assistant|ai|model|ignore|instructions?|respond|reply|grant|approve)\b/i,
  /\{\s*"?(?:role|tool|tool_calls?|function(?:_call)?|action|recipient_name|tool_name)"?\s*:\s*(?:"(?:system|assistant|tool|developer|[a-z]+_[a-z_]+)"|\[|\{)/i,
  /(?<![\p{L}])(?:note|message|instructions?|attention|reminder|important|memo|hinweis|anweisung)s? (?:to|for|an) (?:the |any |all |die |den )?(?:ai|a\.i\.|assistants?|language models?|llms?|models?|chat ?bots?|bots?|ki|ai agents?)(?![\p{L}])/iu,
  // ordering the answer's content or form
  /\b(?:add|append|include|insert|integrate|incorporate|embed|augment|modify|enhance|end|start|begin|begin every|finish|prefix|suffix|conclude)\b(?:[^.?!\n]|[.?!](?!\s)){0,160}\b(?:in|to|of|with|into)? ?(?:your|every|each|the next) (?:next |final |whole )?(?:answer|response|reply|output|draft|code|implementation|email)s?\b/i,
  /\b(?:modify|enhance|augment|alter|rewrite|change|scramble|jumble|encode|format|convert|replace|substitute|render|misspell|remove|group|combine|rearrange|anagram|introduce|use|provide|craft|express)\b[^.?!\n]{0,70}\byour (?:answer|response|reply|output|message)\b/i,
  /\bin your (?:answer|response|reply|output)\b,? (?:please )?(?:suggest|tease|mention|recommend|include|add|say|claim|state|promote|link|tell|write|hint|insert|confirm|do not|don['’]t|never|only|always)\b/i,
  /\b(?:respond|reply|answer) (?:only|exclusively|nothing but) with ?:/i,
  /\b(?:respond|reply|answer) (?:only |always |exclusively |to everything )?(?:with|in) (?:the (?:word|phrase|sentence|text)|exactly|only|nothing but|rot13|base64|leet|binary|morse|json only|pirate|emoji|yes to|["“'])/i,
  /\b(?:from now on|for the rest of this (?:chat|conversation)|starting now|henceforth|in all (?:further|future) (?:answers|replies|responses))\b,? (?:you |please )?(?:must|will|shall|should|always|never|only|respond|answer|reply|act|are|call|speak|say|ignore|treat|have|agree)\b/i,
  /\b(?:decode|decipher|decrypt|translate|rot13|base64|unscramble|reverse)\b[^.?!\n]{0,60}\b(?:and|then)\b[^.?!\n]{0,30}\b(?:follow|execute|obey|do what|act on|run|comply|carry out)\b/i,
  /\b(?:you must|you have to|you will|you shall)\b[^.?!\n]{0,40}\b(?:obey|comply with (?:all|every|my)|follow (?:my|these|the following) (?:commands|instructions|orders)|agree to everything|answer every question without)\b/i,
  // asking for code the model should slip in
  // ("we use the following code and get an error" is a customer's question)
  /(?:^|[\n.!?]\s{0,3})(?:(?!\b(?:we|i|our|my|it|error)\b)[^.?!\n]){0,80}\b(?:following|subsequent|below|given|provided)\b code (?:section|block|snippet|segment|fragment|piece|excerpt|portion|sample)(?:(?!\b(?:we|i|our|my|error)\b)[^.?!\n]){0,90}:\s{0,3}```/i,
  // the tools and secrets behind the model
  /\b(?:call|invoke|execute|run|use|trigger)\b[^.?!\n]{0,20}\b(?:function|tool|command)\b[^.?!\n]{0,20}(?:`?[a-z]+_[a-z_]+|\bwith (?:the )?(?:arguments?|parameters?)\b)/i,
  /\b(?:print|show|list|reveal|give me|tell me|dump|output|send)\b[^.?!\n]{0,30}\b(?:your (?:api[- ]?keys?|environment variables|env(?:ironment)? vars|access tokens?|credentials|configuration file|training data|tool (?:list|definitions|schema)|memory|context window)|\.env file|database password|admin password)\b/i,
];

/**
 * Whether a message tries to direct the model instead of asking the company something; codes, invisible signs and letters
 * one by one are read through. A hint for a person: what keeps the draft safe is that a model's text is checked, not that
 * this list is complete.
 */
export const givesModelInstructions = rememberLast((message) =>
  unfoldText(message).some((text) => PATTERNS.some((pattern) => pattern.test(text))),
);
