namespace IspPortal.Core.Billing.Tax;

/// <summary>Who we are for the tax office and what the state takes of telecom revenue; a page of the settings.</summary>
public sealed record TaxSettings
{
    /// <summary>NPWP, 16 digits; empty: not known, and no faktur can be written.</summary>
    public string SellerTin { get; init; } = "";

    /// <summary>NITKU of the place of business, 22 digits; empty: that of the head office, the NPWP and 000000.</summary>
    public string SellerIdtku { get; init; } = "";

    /// <summary>From which day on which share of gross telecom revenue is BHP and which is KPU/USO, in percent: <c>2009-01-01 0.5 1.25</c>, several with <c>;</c> between them.</summary>
    public string TelecomRates { get; init; } = "2009-01-01 0.5 1.25";

    /// <summary>The NITKU that fakturs name.</summary>
    public string Idtku => SellerIdtku.Length > 0 ? SellerIdtku : TaxNumbers.HeadOfficeOf(SellerTin);

    /// <summary><see cref="TelecomRates"/> as they can be counted with; null: cannot be read.</summary>
    public IReadOnlyList<TelecomRate>? Rates => TelecomRate.Parse(TelecomRates);
}
