namespace IspPortal.Core.Customers;

/// <summary>A word by which customers are grouped.</summary>
internal sealed class CustomerTag
{
    public required Guid CustomerId { get; set; }

    /// <summary>Lower case, as <see cref="CustomerTags.Clean"/> makes it.</summary>
    public required string Tag { get; init; }
}
