namespace IspPortal.Web.Shared.Formatting;

/// <summary>What a figure counts.</summary>
public enum FigureKind
{
    BitRate,
    Bytes,
    Count,
}
