namespace IspPortal.Core.Customers;

/// <summary>One customer in a list.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Number">E.g. <c>CUST-202611-000042</c>.</param>
/// <param name="Name">The person.</param>
/// <param name="CompanyName">The company, or null.</param>
/// <param name="Kind">What sort.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Phone">E.164, or null.</param>
/// <param name="Email">E-mail, or null.</param>
/// <param name="City">The city, or null.</param>
/// <param name="Accounts">How many billing accounts.</param>
/// <param name="RegisteredOn">Since when.</param>
/// <param name="RemovedAtUtc">When it was removed, or null.</param>
/// <param name="Tags">Its tags.</param>
public sealed record CustomerRow(
    Guid Id,
    string Number,
    string Name,
    string? CompanyName,
    CustomerKind Kind,
    CustomerStatus Status,
    string? Phone,
    string? Email,
    string? City,
    int Accounts,
    DateOnly RegisteredOn,
    DateTime? RemovedAtUtc,
    IReadOnlyList<string> Tags)
{
    /// <summary>Its code in the system it came from, or null.</summary>
    public string? ExternalCode { get; init; }

    /// <summary>What the customer is called on screens: a company by its own name.</summary>
    public string DisplayName => CompanyName ?? Name;
}
