using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Documents;

/// <summary>What every printed document has: its record, the company's head, the forms of its language.</summary>
/// <typeparam name="TDocument">The record that it prints.</typeparam>
public abstract class PrintedDocument<TDocument> : ComponentBase
    where TDocument : IPrintedDocument
{
    /// <summary>What stands on it.</summary>
    [Parameter]
    [EditorRequired]
    public TDocument Document { get; set; } = default!;

    /// <summary>Who made it out.</summary>
    [Parameter]
    [EditorRequired]
    public CompanySettings Company { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<DocumentTexts> Texts { get; set; } = default!;

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>A day written out.</summary>
    protected static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Culture) ?? "";

    /// <summary>An amount with its currency.</summary>
    protected static string Amount(Money amount) => amount.ToString(Culture);

    /// <summary>A speed in the unit that suits it.</summary>
    protected static string Speed(long? bitsPerSecond) => UnitScale.BitRate.Format(bitsPerSecond, Culture).ToString();

    /// <summary>Both coordinates, as map programs take them.</summary>
    protected static string Place(double latitude, double longitude) => string.Create(CultureInfo.InvariantCulture, $"{latitude:0.000000}, {longitude:0.000000}");
}
