using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Quota;

/// <summary>Data to be sold.</summary>
/// <param name="Bytes">1 MB to 100 TB.</param>
/// <param name="Price">Without tax; nothing is allowed, less is not.</param>
/// <param name="Reason">Why, up to 500 characters, or null.</param>
public sealed record TopUpRequest(long Bytes, Money Price, string? Reason = null);
