namespace IspPortal.Core.Plans.Offers;

/// <summary>An add-on.</summary>
/// <param name="Id">The add-on.</param>
/// <param name="Content">What it is.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record AddOnRow(Guid Id, SaveAddOnRequest Content, DateTime CreatedAtUtc, long Version);
