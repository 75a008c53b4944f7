using Microsoft.AspNetCore.Components;

namespace IspPortal.Web.Shared.Grid;

/// <summary>One column of a <see cref="PortalGrid{TRow}"/>; declared inside it, renders nothing itself.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class PortalColumn<TRow> : ComponentBase
    where TRow : notnull
{
    /// <summary>What the choice of columns remembers it by.</summary>
    internal string Key { get; set; } = "";

    [CascadingParameter]
    private PortalGrid<TRow>? Grid { get; set; }

    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The list's own name of the sort, or null when it cannot be sorted by.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Whether the first click sorts downwards: right for figures and times.</summary>
    [Parameter]
    public bool DescendingFirst { get; set; }

    /// <summary>Right-aligned with tabular figures.</summary>
    [Parameter]
    public bool Figures { get; set; }

    /// <summary>CSS width that it keeps at least, so that changing values do not move it; null for automatic.</summary>
    [Parameter]
    public string? Width { get; set; }

    /// <summary>Below this importance a column is left out on narrow screens: 1 is always there, 3 goes first.</summary>
    [Parameter]
    public int Importance { get; set; } = 1;

    /// <summary>The cell.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment<TRow> ChildContent { get; set; } = default!;

    protected override void OnInitialized() => Grid?.Add(this);
}
