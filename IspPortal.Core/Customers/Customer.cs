using IspPortal.Core.Audit;
using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Customers.BillingAccounts;

namespace IspPortal.Core.Customers;

/// <summary>A person or company that buys, or may buy, lines.</summary>
[Audited("customer")]
internal sealed class Customer
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "CUST";

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Its code in the system it came from; unique when set.</summary>
    public string? ExternalCode { get; set; }

    [Personal]
    public required string Name { get; set; }

    public required CustomerKind Kind { get; set; }

    public CustomerStatus Status { get; set; } = CustomerStatus.Prospect;

    [Personal]
    public string? CompanyName { get; set; }

    [Personal]
    public string? Email { get; set; }

    /// <summary>E.164.</summary>
    [Personal]
    public string? Phone { get; set; }

    [Personal]
    public string? Street { get; set; }

    /// <summary>Kelurahan or desa.</summary>
    [Personal]
    public string? Village { get; set; }

    /// <summary>Kecamatan.</summary>
    public string? District { get; set; }

    public string? City { get; set; }

    public string? Province { get; set; }

    [Personal]
    public string? PostalCode { get; set; }

    [Personal]
    public double? Latitude { get; set; }

    [Personal]
    public double? Longitude { get; set; }

    /// <summary>The language of messages: <c>id</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "id";

    public MessageChannel Channel { get; set; } = MessageChannel.WhatsApp;

    /// <summary>NPWP, digits only; encrypted in the database: of a person it is the identity number.</summary>
    public string? TaxId { get; set; }

    /// <summary>Finds <see cref="TaxId"/> without decrypting anything.</summary>
    [NotAudited]
    public string? TaxIdHash { get; set; }

    /// <summary>KTP number (NIK), 16 digits; encrypted in the database.</summary>
    public string? IdentityNumber { get; set; }

    /// <summary>Finds <see cref="IdentityNumber"/> without decrypting anything.</summary>
    [NotAudited]
    public string? IdentityHash { get; set; }

    [Personal]
    public DateOnly? BirthOn { get; set; }

    [Personal]
    public Gender? Gender { get; set; }

    public required DateOnly RegisteredOn { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    [NotAudited]
    public required DateTime UpdatedAtUtc { get; set; }

    /// <summary>The name as lists sort it.</summary>
    [NotAudited]
    public string NameKey { get; private set; } = "";

    /// <summary>The city as filters compare it; null when none is known.</summary>
    [NotAudited]
    public string? CityKey { get; private set; }

    /// <summary>Candidates for duplicates share it.</summary>
    [NotAudited]
    public string NameSound { get; private set; } = "";

    public DateTime? RemovedAtUtc { get; set; }

    [Personal]
    public string? RemovalReason { get; set; }

    /// <summary>The customer that took this one in.</summary>
    public Guid? MergedIntoId { get; set; }

    public DateTime? ErasedAtUtc { get; set; }

    public long Version { get; set; }

    public List<CustomerContact> Contacts { get; } = [];

    public List<CustomerTag> Tags { get; } = [];

    public List<BillingAccount> Accounts { get; } = [];

    /// <summary>What the customer is called on screens: a company by its own name.</summary>
    public string DisplayName => CompanyName ?? Name;

    /// <summary>Brings the columns for sorting and finding in line with the names; after every change.</summary>
    public void Reindex()
    {
        NameKey = SearchKey.Cut(SearchKey.Of(DisplayName), 128);
        CityKey = City is null ? null : CityKeyOf(City);
        NameSound = SearchKey.Cut(Common.People.NameSound.Of(DisplayName), 128);
    }

    /// <summary>A city as <see cref="CityKey"/> has it.</summary>
    public static string CityKeyOf(string city) => SearchKey.Cut(SearchKey.Of(city), 100);
}
