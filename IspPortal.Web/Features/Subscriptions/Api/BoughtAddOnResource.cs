using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>An add-on that a subscription has or had.</summary>
internal sealed record BoughtAddOnResource(Guid Id, Guid AddOnId, string Code, string Name, AddOnKind Kind, int Quantity, long Price, bool IsOneTime, DateOnly FromOn, DateOnly? ToOn, string CreatedBy);
