/** How the product writes the usual channels; others keep the spelling of their file. */
export const KNOWN_CHANNELS: readonly string[] = [
  ...['Email', 'Call', 'Video Call', 'Phone', 'Chat', 'Chatbot', 'Assistant', 'Post', 'Letter', 'Fax'],
  ...['SMS', 'WhatsApp', 'LinkedIn', 'Meeting', 'Webinar', 'Website', 'Event', 'Visit'],
];

export const KNOWN_SENTIMENTS: readonly string[] = ['Positive', 'Neutral', 'Negative', 'Mixed'];
