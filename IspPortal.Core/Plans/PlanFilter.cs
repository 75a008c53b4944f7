using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>Which plans.</summary>
/// <param name="IsActive">Sold or retired; null: both.</param>
/// <param name="Service">Of this service, or null.</param>
/// <param name="Payment">Paid so, or null.</param>
/// <param name="Audience">Offered to any of these, or null.</param>
public sealed record PlanFilter(bool? IsActive = null, AccessService? Service = null, PlanPayment? Payment = null, PlanAudience? Audience = null)
{
    /// <summary>Only plans put forward (true) or not (false); null: both.</summary>
    public bool? IsPopular { get; init; }
}
