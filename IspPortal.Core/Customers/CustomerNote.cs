namespace IspPortal.Core.Customers;

/// <summary>Something a colleague should know; only added, never changed.</summary>
internal sealed class CustomerNote
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; set; }

    /// <summary>Whom it was written about; null: the present owner.</summary>
    public Guid? FormerOwnerId { get; set; }

    public required string Text { get; set; }

    public required string AuthorName { get; init; }

    public required DateTime AtUtc { get; init; }
}
