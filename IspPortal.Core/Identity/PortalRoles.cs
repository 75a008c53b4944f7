namespace IspPortal.Core.Identity;

/// <summary>The roles. A user holds one or more; what each may do is <see cref="RolePermissions"/>. The strings are stored.</summary>
public static class PortalRoles
{
    /// <summary>May do everything.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Watches and runs the network.</summary>
    public const string NocOperator = "NocOperator";

    /// <summary>Bills and books.</summary>
    public const string BillingClerk = "BillingClerk";

    /// <summary>Works in the field: sees lines and devices.</summary>
    public const string Technician = "Technician";

    /// <summary>Collects cash on a round.</summary>
    public const string Collector = "Collector";

    /// <summary>Sees everything, changes nothing.</summary>
    public const string Auditor = "Auditor";

    /// <summary>A subscriber: sees only its own rows.</summary>
    public const string Customer = "Customer";

    /// <summary>Every role, in the order a list shows them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Administrator, NocOperator, BillingClerk, Technician, Collector, Auditor, Customer];

    /// <summary>Whether <paramref name="role"/> is one of <see cref="All"/>.</summary>
    public static bool Exists(string role) => All.Contains(role, StringComparer.Ordinal);
}
