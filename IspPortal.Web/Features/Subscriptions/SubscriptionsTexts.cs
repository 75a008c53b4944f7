namespace IspPortal.Web.Features.Subscriptions;

/// <summary>Texts of the pages of this feature.</summary>
internal sealed class SubscriptionsTexts;
