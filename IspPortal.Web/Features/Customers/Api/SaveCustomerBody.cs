using IspPortal.Core.Customers;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A customer as it is added or changed: the whole of it.</summary>
internal sealed record SaveCustomerBody
{
    /// <summary>When adding: an id of the caller's choice (a UUID), so that a repeated request adds nobody twice.</summary>
    public Guid? Id { get; init; }

    /// <summary>The person, or who signs for the company; up to 200 characters.</summary>
    public string? Name { get; init; }

    public CustomerKind Kind { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>Its code in the system it came from: up to 64 characters, unique.</summary>
    public string? ExternalCode { get; init; }

    public string? Email { get; init; }

    /// <summary>Any usual form; becomes +62….</summary>
    public string? Phone { get; init; }

    public string? Street { get; init; }

    /// <summary>Kelurahan or desa.</summary>
    public string? Village { get; init; }

    /// <summary>Kecamatan.</summary>
    public string? District { get; init; }

    public string? City { get; init; }

    public string? Province { get; init; }

    /// <summary>Five digits.</summary>
    public string? PostalCode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>id or en.</summary>
    public string? Language { get; init; }

    public MessageChannel Channel { get; init; }

    /// <summary>NPWP, 15 or 16 digits. When changing, null keeps the one that is held and an empty text takes it away.</summary>
    public string? TaxId { get; init; }

    /// <summary>KTP, 16 digits. When changing, null keeps the one that is held and an empty text takes it away.</summary>
    public string? IdentityNumber { get; init; }

    public DateOnly? BirthOn { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>Since when a customer; without it today.</summary>
    public DateOnly? RegisteredOn { get; init; }

    public IReadOnlyList<SaveContactBody>? Contacts { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>When changing: the version that was read.</summary>
    public long? Version { get; init; }

    public SaveCustomerRequest ToRequest() => new(Name ?? "", Kind)
    {
        CompanyName = CompanyName,
        ExternalCode = ExternalCode,
        Email = Email,
        Phone = Phone,
        Street = Street,
        Village = Village,
        District = District,
        City = City,
        Province = Province,
        PostalCode = PostalCode,
        Latitude = Latitude,
        Longitude = Longitude,
        Language = Language ?? "id",
        Channel = Channel,
        TaxId = TaxId,
        IdentityNumber = IdentityNumber,
        BirthOn = BirthOn,
        Gender = Gender,
        RegisteredOn = RegisteredOn,
        Contacts = [.. (Contacts ?? []).Select(contact => (contact ?? new SaveContactBody()).ToInput())],
        Tags = [.. (Tags ?? []).OfType<string>()],
    };
}
