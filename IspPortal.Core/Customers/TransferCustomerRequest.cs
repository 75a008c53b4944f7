namespace IspPortal.Core.Customers;

/// <summary>The new legal person of a name transfer (balik nama).</summary>
/// <param name="Name">The person.</param>
/// <param name="Kind">What sort.</param>
/// <param name="OnDay">The first day that is theirs; today or earlier.</param>
/// <param name="Reason">Why; kept in the history.</param>
public sealed record TransferCustomerRequest(string Name, CustomerKind Kind, DateOnly OnDay, string Reason)
{
    /// <summary>The company, or null.</summary>
    public string? CompanyName { get; init; }

    /// <summary>E-mail, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Phone in any usual form, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>NPWP, or null.</summary>
    public string? TaxId { get; init; }

    /// <summary>KTP number, or null.</summary>
    public string? IdentityNumber { get; init; }
}
