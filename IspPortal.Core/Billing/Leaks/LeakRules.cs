namespace IspPortal.Core.Billing.Leaks;

/// <summary>From when on something counts as lost.</summary>
public static class LeakRules
{
    /// <summary>A line that is billed after its month has its bill by then; it is lost when its last billed day lies further back.</summary>
    public const int UnbilledDays = 45;

    /// <summary>A line that was not seen for so long is not served.</summary>
    public const int OfflineDays = 14;
}
