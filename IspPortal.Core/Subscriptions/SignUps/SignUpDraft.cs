namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>A sign-up that somebody is in the middle of. Its id is the one that the subscription will have, so that it can be sold only once.</summary>
internal sealed class SignUpDraft
{
    public required Guid Id { get; init; }

    /// <summary>Null until the customer is chosen or added.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>How far it came.</summary>
    public SignUpStep Step { get; set; }

    /// <summary>What was filled in, as JSON; encrypted, since it holds an address.</summary>
    public required string Content { get; set; }

    public required string CreatedBy { get; init; }

    /// <summary>Whose it is; null: of no user.</summary>
    public Guid? CreatedById { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime UpdatedAtUtc { get; set; }

    public long Version { get; set; }
}
