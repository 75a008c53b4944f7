using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Customers;

/// <summary>The rules of a customer's form, for a request that is <see cref="SaveCustomerRequest.Clean"/>.</summary>
internal sealed class SaveCustomerRequestValidator : FormValidator<SaveCustomerRequest>
{
    public const int MostContacts = 20;
    public const int MaxExternalCode = 64;

    public SaveCustomerRequestValidator(DateOnly today)
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.CompanyName).MaximumLength(200);
        RuleFor(c => c.ExternalCode).MaximumLength(MaxExternalCode);
        RuleFor(c => c.Email).Cascade(CascadeMode.Stop).MaximumLength(254).Must(CustomerRules.IsEmail).WithErrorCode("common.not_an_email");
        RuleFor(c => c.Phone).Must(CustomerRules.IsPhone).WithErrorCode("customers.not_a_phone");
        RuleFor(c => c.Street).MaximumLength(256);
        RuleFor(c => c.Village).MaximumLength(100);
        RuleFor(c => c.District).MaximumLength(100);
        RuleFor(c => c.City).MaximumLength(100);
        RuleFor(c => c.Province).MaximumLength(100);
        RuleFor(c => c.PostalCode).Must(code => code is null || CustomerRules.AreDigits(code, 5, 5)).WithErrorCode("customers.not_a_postal_code");
        RuleFor(c => c.Latitude).InclusiveBetween(-90, 90);
        RuleFor(c => c.Longitude).InclusiveBetween(-180, 180);
        RuleFor(c => c.Latitude).NotNull().When(c => c.Longitude is not null);
        RuleFor(c => c.Longitude).NotNull().When(c => c.Latitude is not null);
        RuleFor(c => c.Language).Must(language => language is "id" or "en");
        RuleFor(c => c.Channel).IsInEnum();
        RuleFor(c => c.TaxId).Must(number => string.IsNullOrEmpty(number) || CustomerRules.AreDigits(number, 15, 16)).WithErrorCode("customers.not_a_tax_id");
        RuleFor(c => c.IdentityNumber).Must(number => string.IsNullOrEmpty(number) || CustomerRules.AreDigits(number, 16, 16)).WithErrorCode("customers.not_an_identity_number");
        RuleFor(c => c.BirthOn).Must(day => day is null || (day <= today && day.Value.Year >= 1900)).WithErrorCode("customers.not_a_birthday");
        RuleFor(c => c.Gender).IsInEnum();
        RuleFor(c => c.RegisteredOn).Must(day => day is null || (day <= today && day.Value.Year >= 1990)).WithErrorCode("customers.day_ahead");
        RuleFor(c => c.Tags).Must(tags => tags.Count <= CustomerTags.MaxCount && tags.All(tag => tag.Length <= CustomerTags.MaxLength)).WithErrorCode("customers.not_tags");
        RuleFor(c => c.Contacts).Must(contacts => contacts.Count <= MostContacts).WithErrorCode("customers.too_many_contacts");
        RuleForEach(c => c.Contacts).ChildRules(contact =>
        {
            contact.RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(200);
            contact.RuleFor(c => c.Role).IsInEnum();
            contact.RuleFor(c => c.Channel).IsInEnum();
            contact.RuleFor(c => c.Phone).Must(CustomerRules.IsPhone).WithErrorCode("customers.not_a_phone");
            contact.RuleFor(c => c.Email).Cascade(CascadeMode.Stop).MaximumLength(254).Must(CustomerRules.IsEmail).WithErrorCode("common.not_an_email");
        });
    }
}
