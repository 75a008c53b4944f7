using System.Globalization;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;

namespace IspPortal.Web.Features.Customers.Parts;

/// <summary>What the customer form holds while somebody types. The rules are the service's; only what is no number or day is refused here.</summary>
public sealed class CustomerForm
{
    /// <summary>Every field but identity and tax number, which the form never shows.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new("name", f => f.Name, (to, from) => to.Name = from.Name),
        new("kind", f => f.Kind.ToString(), (to, from) => to.Kind = from.Kind),
        new("companyName", f => f.CompanyName, (to, from) => to.CompanyName = from.CompanyName),
        new("externalCode", f => f.ExternalCode, (to, from) => to.ExternalCode = from.ExternalCode),
        new("phone", f => f.Phone, (to, from) => to.Phone = from.Phone),
        new("email", f => f.Email, (to, from) => to.Email = from.Email),
        new("street", f => f.Street, (to, from) => to.Street = from.Street),
        new("village", f => f.Village, (to, from) => to.Village = from.Village),
        new("district", f => f.District, (to, from) => to.District = from.District),
        new("city", f => f.City, (to, from) => to.City = from.City),
        new("province", f => f.Province, (to, from) => to.Province = from.Province),
        new("postalCode", f => f.PostalCode, (to, from) => to.PostalCode = from.PostalCode),
        new("latitude", f => f.Latitude, (to, from) => to.Latitude = from.Latitude),
        new("longitude", f => f.Longitude, (to, from) => to.Longitude = from.Longitude),
        new("language", f => f.Language, (to, from) => to.Language = from.Language),
        new("channel", f => f.Channel.ToString(), (to, from) => to.Channel = from.Channel),
        new("birthOn", f => f.BirthOn, (to, from) => to.BirthOn = from.BirthOn),
        new("gender", f => f.Gender, (to, from) => to.Gender = from.Gender),
        new("registeredOn", f => f.RegisteredOn, (to, from) => to.RegisteredOn = from.RegisteredOn),
        new("tags", f => f.Tags, (to, from) => to.Tags = from.Tags),
        new("contacts", f => string.Join("; ", f.Contacts), (to, from) => to.Contacts = [.. from.Contacts]),
    ];

    public string Name { get; set; } = "";

    public CustomerKind Kind { get; set; }

    public string CompanyName { get; set; } = "";

    public string ExternalCode { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Street { get; set; } = "";

    public string Village { get; set; } = "";

    public string District { get; set; } = "";

    public string City { get; set; } = "";

    public string Province { get; set; } = "";

    public string PostalCode { get; set; } = "";

    public string Latitude { get; set; } = "";

    public string Longitude { get; set; } = "";

    public string Language { get; set; } = "id";

    public MessageChannel Channel { get; set; } = MessageChannel.WhatsApp;

    /// <summary>Empty keeps the one that is held.</summary>
    public string IdentityNumber { get; set; } = "";

    /// <summary>Takes away the one that is held.</summary>
    public bool ForgetIdentity { get; set; }

    /// <summary>Empty keeps the one that is held.</summary>
    public string TaxId { get; set; } = "";

    /// <summary>Takes away the one that is held.</summary>
    public bool ForgetTaxId { get; set; }

    public string BirthOn { get; set; } = "";

    public string Gender { get; set; } = "";

    public string RegisteredOn { get; set; } = "";

    public string Tags { get; set; } = "";

    public List<ContactForm> Contacts { get; private set; } = [];

    public static CustomerForm Of(CustomerDetails details) => new()
    {
        Name = details.Row.Name,
        Kind = details.Row.Kind,
        CompanyName = details.Row.CompanyName ?? "",
        ExternalCode = details.Row.ExternalCode ?? "",
        Phone = details.Row.Phone ?? "",
        Email = details.Row.Email ?? "",
        Street = details.Street ?? "",
        Village = details.Village ?? "",
        District = details.District ?? "",
        City = details.Row.City ?? "",
        Province = details.Province ?? "",
        PostalCode = details.PostalCode ?? "",
        Latitude = details.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        Longitude = details.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        Language = details.Language,
        Channel = details.Channel,
        BirthOn = Day(details.BirthOn),
        Gender = details.Gender?.ToString() ?? "",
        RegisteredOn = Day(details.Row.RegisteredOn),
        Tags = string.Join(", ", details.Row.Tags),
        Contacts = [.. details.Contacts.Select(ContactForm.Of)],
    };

    /// <summary>Where this form and <paramref name="theirs"/> differ; <paramref name="loaded"/> is what this form began with.</summary>
    public IReadOnlyList<FieldClash> ClashesWith(CustomerForm loaded, CustomerForm theirs) =>
    [
        .. Fields.Where(field => field.Read(this) != field.Read(theirs))
            .Select(field => new FieldClash(field, this, theirs, field.Read(this) != field.Read(loaded))),
    ];

    /// <summary>The request, or the fields that are no numbers or days.</summary>
    public Result<SaveCustomerRequest> Read()
    {
        var failures = new List<FieldError>();
        var request = new SaveCustomerRequest(Name, Kind)
        {
            CompanyName = CompanyName,
            ExternalCode = ExternalCode,
            Phone = Phone,
            Email = Email,
            Street = Street,
            Village = Village,
            District = District,
            City = City,
            Province = Province,
            PostalCode = PostalCode,
            Latitude = Degrees("latitude", Latitude, failures),
            Longitude = Degrees("longitude", Longitude, failures),
            Language = Language,
            Channel = Channel,
            TaxId = Kept(TaxId, ForgetTaxId),
            IdentityNumber = Kept(IdentityNumber, ForgetIdentity),
            BirthOn = DayOf("birthOn", BirthOn, failures),
            Gender = Enum.TryParse<Gender>(Gender, out var gender) ? gender : null,
            RegisteredOn = DayOf("registeredOn", RegisteredOn, failures),
            Tags = Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Contacts = [.. Contacts.Select(contact => contact.ToInput())],
        };
        return failures.Count > 0 ? CommonErrors.Invalid(failures) : request;
    }

    /// <summary>The address in one line, as it is looked for on the map; empty when there is none.</summary>
    public string FullAddress => string.Join(", ", new[] { Street, Village, District, City, Province }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Puts the house where it was found.</summary>
    public void Put(double latitude, double longitude) => (Latitude, Longitude) = (latitude.ToString("0.######", CultureInfo.InvariantCulture), longitude.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>What is known so far of somebody who may be there already.</summary>
    public DuplicateProbe Probe(Guid? except) => new(except, string.IsNullOrWhiteSpace(CompanyName) ? Name : CompanyName, Phone, IdentityNumber, Street, City) { TaxId = TaxId };

    /// <summary>Takes over what was typed instead of the numbers that are held.</summary>
    public void TakeNumbers(CustomerForm other) => (IdentityNumber, ForgetIdentity, TaxId, ForgetTaxId) = (other.IdentityNumber, other.ForgetIdentity, other.TaxId, other.ForgetTaxId);

    private static string? Kept(string typed, bool forget) => forget ? "" : string.IsNullOrWhiteSpace(typed) ? null : typed;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? DayOf(string field, string text, List<FieldError> failures)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        failures.Add(new FieldError(field, "customers.not_a_day"));
        return null;
    }

    // A comma as decimal sign is what an Indonesian types; degrees have no thousands to confuse it with.
    private static double? Degrees(string field, string text, List<FieldError> failures)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        failures.Add(new FieldError(field, "common.not_a_number"));
        return null;
    }
}
