using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>What a plan costs, as text while it is typed.</summary>
public sealed class TermsForm
{
    public string Price { get; set; } = "";

    public string SetUpFee { get; set; } = "";

    public string InstallationFee { get; set; } = "";

    public string Deposit { get; set; } = "";

    public string EarlyEndFee { get; set; } = "";

    public string OveragePerGigabyte { get; set; } = "";

    public static TermsForm Of(PlanTerms? terms) => terms is null ? new() : new()
    {
        Price = FormReader.TextOf(terms.Price) is { Length: > 0 } price ? price : "0",
        SetUpFee = FormReader.TextOf(terms.SetUpFee),
        InstallationFee = FormReader.TextOf(terms.InstallationFee),
        Deposit = FormReader.TextOf(terms.Deposit),
        EarlyEndFee = FormReader.TextOf(terms.EarlyEndFee),
        OveragePerGigabyte = FormReader.TextOf(terms.OveragePerGigabyte),
    };

    internal PlanTerms Read(FormReader reader) => new(reader.NeededAmount("terms.price", Price))
    {
        SetUpFee = reader.Amount("terms.setUpFee", SetUpFee),
        InstallationFee = reader.Amount("terms.installationFee", InstallationFee),
        Deposit = reader.Amount("terms.deposit", Deposit),
        EarlyEndFee = reader.Amount("terms.earlyEndFee", EarlyEndFee),
        OveragePerGigabyte = reader.Amount("terms.overagePerGigabyte", OveragePerGigabyte),
    };
}
