namespace IspPortal.Core.Billing.Ledger;

/// <summary>The chart of accounts: under which code each account of the ledger goes into an accounting package; a page of the settings.</summary>
public sealed record LedgerSettings
{
    /// <summary>Code of <see cref="LedgerAccount.Cash"/>.</summary>
    public string Cash { get; init; } = "1-1100";

    /// <summary>Code of <see cref="LedgerAccount.Bank"/>.</summary>
    public string Bank { get; init; } = "1-1200";

    /// <summary>Code of <see cref="LedgerAccount.GatewayClearing"/>.</summary>
    public string GatewayClearing { get; init; } = "1-1300";

    /// <summary>Code of <see cref="LedgerAccount.Receivable"/>.</summary>
    public string Receivable { get; init; } = "1-1400";

    /// <summary>Code of <see cref="LedgerAccount.Withholding"/>.</summary>
    public string Withholding { get; init; } = "1-1500";

    /// <summary>Code of <see cref="LedgerAccount.CustomerCredit"/>.</summary>
    public string CustomerCredit { get; init; } = "2-1100";

    /// <summary>Code of <see cref="LedgerAccount.Deposits"/>.</summary>
    public string Deposits { get; init; } = "2-1200";

    /// <summary>Code of <see cref="LedgerAccount.DeferredRevenue"/>.</summary>
    public string DeferredRevenue { get; init; } = "2-1300";

    /// <summary>Code of <see cref="LedgerAccount.Tax"/>.</summary>
    public string Tax { get; init; } = "2-1400";

    /// <summary>Code of <see cref="LedgerAccount.Unidentified"/>.</summary>
    public string Unidentified { get; init; } = "2-1900";

    /// <summary>Code of <see cref="LedgerAccount.Opening"/>.</summary>
    public string Opening { get; init; } = "3-1900";

    /// <summary>Code of <see cref="LedgerAccount.Revenue"/>.</summary>
    public string Revenue { get; init; } = "4-1100";

    /// <summary>Code of <see cref="LedgerAccount.Discounts"/>.</summary>
    public string Discounts { get; init; } = "4-1200";

    /// <summary>Code of <see cref="LedgerAccount.LateFees"/>.</summary>
    public string LateFees { get; init; } = "4-1300";

    /// <summary>Code of <see cref="LedgerAccount.GatewayFees"/>.</summary>
    public string GatewayFees { get; init; } = "6-1100";

    /// <summary>Code of <see cref="LedgerAccount.WriteOff"/>.</summary>
    public string WriteOff { get; init; } = "6-1200";

    /// <summary>Code of <see cref="LedgerAccount.Rounding"/>.</summary>
    public string Rounding { get; init; } = "6-1900";

    /// <summary>The code of an account.</summary>
    public string CodeOf(LedgerAccount account) => account switch
    {
        LedgerAccount.Receivable => Receivable,
        LedgerAccount.CustomerCredit => CustomerCredit,
        LedgerAccount.Cash => Cash,
        LedgerAccount.Bank => Bank,
        LedgerAccount.GatewayClearing => GatewayClearing,
        LedgerAccount.GatewayFees => GatewayFees,
        LedgerAccount.Tax => Tax,
        LedgerAccount.Withholding => Withholding,
        LedgerAccount.Revenue => Revenue,
        LedgerAccount.DeferredRevenue => DeferredRevenue,
        LedgerAccount.Deposits => Deposits,
        LedgerAccount.Discounts => Discounts,
        LedgerAccount.LateFees => LateFees,
        LedgerAccount.Rounding => Rounding,
        LedgerAccount.Unidentified => Unidentified,
        LedgerAccount.WriteOff => WriteOff,
        LedgerAccount.Opening => Opening,
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "No such account."),
    };
}
