namespace IspPortal.Core.Identity.Links;

/// <summary>The link that makes the first administrator. For the start-up of the portal only.</summary>
public interface ISetUpLink
{
    /// <summary>
    /// A new set-up link (24 h) when no active administrator exists, replacing an unused earlier one; null when there is one. Whoever
    /// holds the link becomes administrator: print it where only the operator reads.
    /// </summary>
    Task<IssuedLink?> IssueIfNeededAsync(CancellationToken cancellationToken);
}
