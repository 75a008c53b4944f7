namespace IspPortal.Core.Customers;

/// <summary>
/// Text by which a customer is found. Each feature keeps its own parts (the customer's own data here, user names and addresses of lines with the subscriptions), so that
/// one index over one narrow table answers every search by part.
/// </summary>
internal sealed class CustomerSearchEntry
{
    /// <summary>The part that Core/Customers keeps.</summary>
    public const string OwnPart = "customer";

    public const int MaxKeyLength = 1500;

    /// <summary>Counted by the database: the full-text index of SQLite needs a number.</summary>
    public long Serial { get; init; }

    public required Guid CustomerId { get; set; }

    /// <summary>Whose part: unique for a customer.</summary>
    public required string Part { get; init; }

    /// <summary>The thing of the customer's that the part is about, e.g. a subscription; null: the customer itself.</summary>
    public Guid? SubjectId { get; init; }

    public required string Key { get; set; }
}
