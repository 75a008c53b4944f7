namespace IspPortal.Core.Customers;

/// <summary>The whole of a customer as somebody wants it. Texts are trimmed, phones brought to <c>+62…</c>; blank means none.</summary>
/// <param name="Name">The person, or the person who signs for a company.</param>
/// <param name="Kind">What sort of customer.</param>
public sealed record SaveCustomerRequest(string Name, CustomerKind Kind)
{
    /// <summary>The company, or null for a person.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Its code in the system it came from, up to 64 characters, unique; null is none.</summary>
    public string? ExternalCode { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Phone in any usual form.</summary>
    public string? Phone { get; init; }

    /// <summary>Street, house, RT/RW.</summary>
    public string? Street { get; init; }

    /// <summary>Kelurahan or desa.</summary>
    public string? Village { get; init; }

    /// <summary>Kecamatan.</summary>
    public string? District { get; init; }

    /// <summary>Kota or kabupaten.</summary>
    public string? City { get; init; }

    /// <summary>Province.</summary>
    public string? Province { get; init; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Degrees north, WGS 84; with <see cref="Longitude"/> or not at all.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>The language of messages: <c>id</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary>How messages go out.</summary>
    public MessageChannel Channel { get; init; } = MessageChannel.WhatsApp;

    /// <summary>NPWP, 15 or 16 digits with or without punctuation. In a change null keeps the one that is held, and an empty text takes it away.</summary>
    public string? TaxId { get; init; }

    /// <summary>KTP number, 16 digits. In a change null keeps the one that is held, and an empty text takes it away.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>Day of birth.</summary>
    public DateOnly? BirthOn { get; init; }

    /// <summary>Gender as on the card.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Since when a customer; null is today, or in a change the day that is held.</summary>
    public DateOnly? RegisteredOn { get; init; }

    /// <summary>Contact persons in order; the whole list.</summary>
    public IReadOnlyList<ContactInput> Contacts { get; init; } = [];

    /// <summary>Tags; the whole list.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The same request with texts trimmed, blanks as null, phones as E.164 where they are phones, digits alone in numbers.</summary>
    public SaveCustomerRequest Clean() => this with
    {
        Name = (Name ?? "").Trim(),
        CompanyName = CustomerText.OrNull(CompanyName),
        ExternalCode = CustomerText.OrNull(ExternalCode),
        Email = CustomerText.OrNull(Email),
        Phone = CustomerText.Phone(Phone),
        Street = CustomerText.OrNull(Street),
        Village = CustomerText.OrNull(Village),
        District = CustomerText.OrNull(District),
        City = CustomerText.OrNull(City),
        Province = CustomerText.OrNull(Province),
        PostalCode = CustomerText.OrNull(PostalCode),
        TaxId = TaxId is null ? null : CustomerText.Digits(TaxId) ?? "",
        IdentityNumber = IdentityNumber is null ? null : CustomerText.Digits(IdentityNumber) ?? "",
        Contacts = [.. (Contacts ?? []).Select(contact => contact ?? new ContactInput(null, "", ContactRole.Billing, null, null, MessageChannel.None)).Select(contact => contact with
        {
            Name = (contact.Name ?? "").Trim(),
            Phone = CustomerText.Phone(contact.Phone),
            Email = CustomerText.OrNull(contact.Email),
        })],
        Tags = CustomerTags.Clean(Tags),
    };
}
