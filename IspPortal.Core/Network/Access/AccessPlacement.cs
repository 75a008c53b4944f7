using IspPortal.Core.Audit;

namespace IspPortal.Core.Network.Access;

/// <summary>One router on which a line is, should be, or still has to be cleaned away.</summary>
[Audited("access-placement")]
internal sealed class AccessPlacement
{
    public Guid AccessId { get; set; }

    public Guid RouterId { get; set; }

    public PlacementRole Role { get; set; }

    /// <summary>An unowned item of that name there may be taken over.</summary>
    public bool MayAdopt { get; set; }

    /// <summary>The password revision that this router has confirmed; 0: none.</summary>
    [NotAudited]
    public int PasswordRevision { get; set; }

    /// <summary>The router's id of the item, a hint for finding it again.</summary>
    [NotAudited]
    public string? ItemId { get; set; }

    /// <summary>What the router was last seen or made to hold; null: never compared.</summary>
    [NotAudited]
    public AccessState? AppliedState { get; set; }

    [NotAudited]
    public DateTime? AppliedAtUtc { get; set; }
}
