namespace IspPortal.Core.Billing.Print;

/// <summary>What bills and receipts say of the one who makes them out; a page of the settings. What is empty is taken from the company's own settings, or left out.</summary>
public sealed record LetterheadSettings
{
    /// <summary>The name on bills, such as <c>PT Nusantara Net</c>; empty: the company's.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>The address on bills in one line; empty: the company's.</summary>
    public string Address { get; init; } = "";

    /// <summary>The taxpayer number (NPWP) with 15, 16 or 22 digits, dots and dashes as one likes; empty: none.</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>The telephone on bills; empty: the company's support.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The e-mail address on bills; empty: the company's support.</summary>
    public string Email { get; init; } = "";

    /// <summary>The web site; empty: none.</summary>
    public string Site { get; init; } = "";

    /// <summary>The bank of the first account to pay to; empty: none.</summary>
    public string Bank1 { get; init; } = "";

    /// <summary>The number of the first account.</summary>
    public string BankNumber1 { get; init; } = "";

    /// <summary>Who holds the first account.</summary>
    public string BankHolder1 { get; init; } = "";

    /// <summary>The bank of the second account to pay to; empty: none.</summary>
    public string Bank2 { get; init; } = "";

    /// <summary>The number of the second account.</summary>
    public string BankNumber2 { get; init; } = "";

    /// <summary>Who holds the second account.</summary>
    public string BankHolder2 { get; init; } = "";

    /// <summary>The bank of the third account to pay to; empty: none.</summary>
    public string Bank3 { get; init; } = "";

    /// <summary>The number of the third account.</summary>
    public string BankNumber3 { get; init; } = "";

    /// <summary>Who holds the third account.</summary>
    public string BankHolder3 { get; init; } = "";

    /// <summary>The payload of the static QRIS code that the acquirer gave; bills show one with their own amount. Empty: bills have no code.</summary>
    public string Qris { get; init; } = "";

    /// <summary>What stands at the foot of every bill; empty: nothing.</summary>
    public string FooterNote { get; init; } = "";

    /// <summary>The accounts to pay to, in order.</summary>
    public IReadOnlyList<BankAccount> Accounts() =>
        [.. new BankAccount[] { new(Bank1, BankNumber1, BankHolder1), new(Bank2, BankNumber2, BankHolder2), new(Bank3, BankNumber3, BankHolder3) }.Where(account => account.Bank.Length > 0)];
}
