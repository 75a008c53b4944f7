using IspPortal.Core.Audit;

namespace IspPortal.Core.Customers;

/// <summary>Somebody to speak to about a customer's lines.</summary>
[Audited("customer_contact")]
internal sealed class CustomerContact
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; set; }

    [Personal]
    public required string Name { get; set; }

    public required ContactRole Role { get; set; }

    /// <summary>E.164.</summary>
    [Personal]
    public string? Phone { get; set; }

    [Personal]
    public string? Email { get; set; }

    public MessageChannel Channel { get; set; }

    [NotAudited]
    public int Position { get; set; }
}
