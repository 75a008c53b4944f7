namespace IspPortal.Web.Shared.Charts;

/// <summary>The colours of lines; each is a token that follows the theme.</summary>
public enum ChartColour
{
    /// <summary>Towards customers: the accent.</summary>
    Down,

    /// <summary>From customers: its lighter companion.</summary>
    Up,

    /// <summary>CPU and other single figures.</summary>
    Single,

    /// <summary>A second figure beside a single one.</summary>
    Second,

    /// <summary>Further lines of charts that people put together.</summary>
    Third,

    Fourth,

    Fifth,

    Sixth,

    /// <summary>Towards customers, a week before: paler and dashed.</summary>
    DownThen,

    /// <summary>From customers, a week before.</summary>
    UpThen,
}
