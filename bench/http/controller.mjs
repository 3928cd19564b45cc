/**
 * The same DTO and controller for product and peer, made with whichever copy of the framework they run on.
 * (Decorators are applied by hand: these files run as they are.)
 */
export function defineController(
  { Body, Controller, HttpCode, Post },
  { IsIn, IsInt, IsOptional, IsString, Length, Max, Min },
) {
  class Enquiry {}
  const rules = {
    message: [IsString(), Length(1, 2_000)],
    prospect_id: [IsString(), Length(1, 200)],
    channel: [IsIn(['sales', 'shop'])],
    seats: [IsOptional(), IsInt(), Min(1), Max(100_000)],
  };
  for (const [field, decorators] of Object.entries(rules))
    for (const decorate of decorators) decorate(Enquiry.prototype, field);

  class EnquiryController {
    take(enquiry) {
      return {
        accepted: true,
        prospect_id: enquiry.prospect_id,
        length: enquiry.message.length,
        seats: enquiry.seats ?? null,
      };
    }
  }
  const method = Object.getOwnPropertyDescriptor(EnquiryController.prototype, 'take');
  Reflect.defineMetadata('design:paramtypes', [Enquiry], EnquiryController.prototype, 'take');
  Body()(EnquiryController.prototype, 'take', 0);
  Post()(EnquiryController.prototype, 'take', method);
  HttpCode(200)(EnquiryController.prototype, 'take', method);
  Controller('enquiries')(EnquiryController);
  return EnquiryController;
}

export const BODY = JSON.stringify({
  message:
    'We are a team of fifty and would like to know what the Team plan costs and whether single sign-on is part of it.',
  prospect_id: 'prospect_101',
  channel: 'sales',
  seats: 50,
});
