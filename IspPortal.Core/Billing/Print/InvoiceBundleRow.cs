namespace IspPortal.Core.Billing.Print;

/// <summary>Many bills as one PDF.</summary>
/// <param name="Id">The bundle.</param>
/// <param name="State">How far it is.</param>
/// <param name="Bills">How many bills it holds.</param>
/// <param name="Done">How many of them are on paper.</param>
/// <param name="Bytes">How large its file is; 0: there is none yet.</param>
/// <param name="ErrorCode">Why it could not be made, or null.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAtUtc">When.</param>
/// <param name="ExpiresAtUtc">When it goes, with its file.</param>
public sealed record InvoiceBundleRow(Guid Id, InvoiceBundleState State, int Bills, int Done, long Bytes, string? ErrorCode, string RequestedBy, DateTime RequestedAtUtc, DateTime ExpiresAtUtc)
{
    /// <summary>Whether it is still to be made.</summary>
    public bool IsOpen => State is InvoiceBundleState.Waiting or InvoiceBundleState.Running;
}
