namespace IspPortal.Core.Billing.Dunning;

/// <summary>What a customer is told about a bill.</summary>
public enum DunningStepKind
{
    /// <summary>It will be due.</summary>
    Before,

    /// <summary>It is due today.</summary>
    Due,

    /// <summary>It is overdue.</summary>
    After,

    /// <summary>Isolir comes next.</summary>
    Warn,
}
