namespace IspPortal.Web.Shared.Navigation;

/// <summary>The groups of the left navigation, by people's work, in their order.</summary>
internal enum NavigationSection
{
    Network,
    Customers,
    Billing,
    Devices,
    Tickets,
    Reports,
    Admin,
}
