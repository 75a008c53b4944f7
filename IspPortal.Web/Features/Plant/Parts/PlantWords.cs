using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Plant.Parts;

/// <summary>Small forms that the pages of the plant share.</summary>
internal static class PlantWords
{
    public static Tone ToneOf(OdpPortState state) => state switch
    {
        OdpPortState.Free => Tone.Good,
        OdpPortState.Used => Tone.Info,
        OdpPortState.Reserved => Tone.Warning,
        OdpPortState.Broken => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string IconOf(OdpPortState state) => state switch
    {
        OdpPortState.Free => "radio_button_unchecked",
        OdpPortState.Used => "cable",
        OdpPortState.Reserved => "schedule",
        OdpPortState.Broken => "error",
        _ => "help",
    };

    /// <summary>A level of light, as <c>−21.50 dBm</c>.</summary>
    public static string Dbm(this ReaderFormat format, double? level) => level is { } known ? $"{known.ToString("0.00", format.Culture)} dBm" : ReaderFormat.Unknown;

    /// <summary>A loss, as <c>10.50 dB</c>.</summary>
    public static string Db(this ReaderFormat format, double? loss) => loss is { } known ? $"{known.ToString("0.00", format.Culture)} dB" : ReaderFormat.Unknown;

    /// <summary>A length, as <c>1,250 m</c>.</summary>
    public static string Metres(this ReaderFormat format, double? metres) => metres is { } known ? $"{known.ToString("N0", format.Culture)} m" : ReaderFormat.Unknown;

    /// <summary>What a step is: its kind and name, with its number where it has one.</summary>
    public static string StepOf(this IStringLocalizer<PlantTexts> texts, TraceStep step) => step.Kind switch
    {
        FiberStepKind.Join => texts["Join." + (step.Join ?? FiberJoinKind.Splice)],
        FiberStepKind.Splitter => texts["Step.Splitter", step.Outputs ?? 0, step.Name ?? ""],
        FiberStepKind.Drop => texts["Step.Drop"],
        _ => texts["Step." + step.Kind, step.Name ?? "", step.Number ?? 0],
    };

    /// <summary>What a thing is called, with its kind.</summary>
    public static string ElementOf(this IStringLocalizer<PlantTexts> texts, PlantElementRow element)
    {
        if (element is { Kind: PlantElementKind.PonPort or PlantElementKind.Core, Number: { } number })
        {
            return texts["Element." + element.Kind, element.Name, number];
        }

        // Most people begin names with the kind: ODP-BKS-01.
        var kind = texts["Element." + element.Kind].Value;
        return element.Name.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? element.Name : $"{kind} {element.Name}";
    }
}
