using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Radzen;

namespace IspPortal.Web.Shared.Grid;

/// <summary>The state and the loading of the grid.</summary>
public sealed partial class PortalGrid<TRow>
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private readonly List<PortalColumn<TRow>> _columns = [];
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _running;
    private CancellationTokenSource? _typing;
    private IDisposable? _ticks;
    private PageRequest _query = new();
    private string _address = "";
    private string _searchBox = "";
    private Page<TRow>? _page;
    private IReadOnlyList<TRow> _rows = [];
    private Error? _error;
    private bool _loading;
    private bool _refreshing;
    private bool _pointed;
    private int _ticksSinceLoad;

    /// <summary>Loads one page; reads further filters from the address itself.</summary>
    [Parameter]
    [EditorRequired]
    public Func<PageRequest, CancellationToken, Task<Result<Page<TRow>>>> Load { get; set; } = default!;

    /// <summary>The columns, as <see cref="PortalColumn{TRow}"/>.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment Columns { get; set; } = default!;

    /// <summary>What tells a row from others.</summary>
    [Parameter]
    [EditorRequired]
    public Func<TRow, object> RowKey { get; set; } = default!;

    /// <summary>Where a click on a row leads, or null when rows do not open.</summary>
    [Parameter]
    public Func<TRow, string>? RowHref { get; set; }

    /// <summary>An extra CSS class of a row, e.g. <c>row-stale</c>.</summary>
    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Filter chips; their keys are named in <see cref="FilterKeys"/>.</summary>
    [Parameter]
    public RenderFragment? Filters { get; set; }

    /// <summary>Keys in the address that narrow this list besides the search.</summary>
    [Parameter]
    public IReadOnlyList<string> FilterKeys { get; set; } = [];

    /// <summary>Further tools at the right.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>A line between tools and rows, e.g. how much of the network the list speaks for.</summary>
    [Parameter]
    public RenderFragment? Notice { get; set; }

    /// <summary>What is shown when there is nothing at all; says what the thing is and offers the first step.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>The list's heading, beside its tools; null when the page's heading says enough.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The name under which the browser remembers the chosen columns; null offers no choice.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Where the list is had as CSV; gets the search and the filters of the address. Null offers none.</summary>
    [Parameter]
    public string? ExportPath { get; set; }

    /// <summary>The same list is also there as a workbook and on paper: <see cref="ExportPath"/> with <c>.xlsx</c> or <c>.pdf</c> for <c>.csv</c>.</summary>
    [Parameter]
    public bool ExportsAll { get; set; }

    [Parameter]
    public bool Searchable { get; set; } = true;

    [Parameter]
    public string? SearchPlaceholder { get; set; }

    [Parameter]
    public string? DefaultSort { get; set; }

    [Parameter]
    public bool DefaultDescending { get; set; }

    [Parameter]
    public int PageSize { get; set; } = 50;

    /// <summary>How many seconds after a load the same page is read again; null never. Rows keep their places while pointed at.</summary>
    [Parameter]
    public int? RefreshSeconds { get; set; }

    /// <summary>Put before the keys in the address when a page has two grids.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    private string ShownColumns => Name is null ? "" : string.Join(' ', Reader.HiddenColumnsOf(Name));

    private string? ExportHref => ExportPath is null || _page is not { TotalCount: > 0 }
        ? null
        : QueryHelpers.AddQueryString(ExportPath, new[] { "q", "sort", "order" }.Select(key => (Key: key, Value: Url.Get(Prefix + key))).Concat(FilterKeys.Select(key => (Key: key, Value: Url.Get(key))))
            .Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    private bool IsNarrowed => _query.SearchOrNull is not null || FilterKeys.Any(key => Url.Get(key) is not null);

    /// <summary>Reads the page again, e.g. after an action changed a row.</summary>
    public Task ReloadAsync() => LoadAsync(refresh: false);

    internal void Add(PortalColumn<TRow> column)
    {
        column.Key = column.Sort ?? $"c{_columns.Count}";
        _columns.Add(column);
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Reader.Changed += OnReaderChanged;
        if (RefreshSeconds is not null)
        {
            _ticks = Clock.OnTick(() => InvokeAsync(OnTickAsync));
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync(refresh: false);

    // The columns declare themselves while the first render is under way: only a second one can offer them for choice.
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Name is not null)
        {
            StateHasChanged();
        }
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Reader.Changed -= OnReaderChanged;
        _ticks?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
        _running?.Dispose();
        _typing?.Dispose();
    }

    private async Task LoadAsync(bool refresh)
    {
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        ReadAddress();
        // Another load may begin at every await: each is ended exactly once, by the one that took its place.
        var running = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var cancellationToken = running.Token;
        if (Interlocked.Exchange(ref _running, running) is { } before)
        {
            await before.CancelAsync();
            before.Dispose();
        }

        if (!ReferenceEquals(running, _running))
        {
            return;
        }

        _loading = true;
        _refreshing = refresh;
        StateHasChanged();
        try
        {
            var result = await Load(_query, cancellationToken);
            if (!ReferenceEquals(running, _running) || cancellationToken.IsCancellationRequested)
            {
                return;
            }

            Show(result, refresh);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        _loading = false;
        _refreshing = false;
        _ticksSinceLoad = 0;
        StateHasChanged();
    }

    private void Show(Result<Page<TRow>> result, bool refresh)
    {
        _error = result.Error;
        if (!result.Succeeded)
        {
            _page = null;
            return;
        }

        var held = refresh && _pointed && _page is not null && _rows.Count > 0;
        _rows = held ? RowOrder.Hold(_rows, result.Value.Items, RowKey) : result.Value.Items;
        _page = held ? result.Value with { Items = _rows } : result.Value;
    }

    private void ReadAddress()
    {
        var sort = Url.Get(Prefix + "sort");
        _address = AddressOfThisList();
        _query = new PageRequest(
            Url.GetInt(Prefix + "page") ?? 1,
            PageSize,
            Url.Get(Prefix + "q"),
            sort ?? DefaultSort,
            sort is null ? DefaultDescending : Url.Get(Prefix + "order") == "desc");
        if ((_query.SearchOrNull ?? "") != _searchBox.Trim())
        {
            _searchBox = _query.Search ?? "";
        }
    }

    private string AddressOfThisList() =>
        string.Join('&', new[] { "page", "q", "sort", "order" }.Select(key => Prefix + key).Concat(FilterKeys).Select(key => $"{key}={Url.Get(key)}"));

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) =>
        _ = InvokeAsync(() => AddressOfThisList() == _address ? Task.CompletedTask : LoadAsync(refresh: false));

    private void OnReaderChanged(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private async Task OnTickAsync()
    {
        _ticksSinceLoad++;
        if (!_loading && _error is null && _ticksSinceLoad >= RefreshSeconds)
        {
            await LoadAsync(refresh: true);
        }
    }

    private void SortBy(PortalColumn<TRow> column)
    {
        var descending = column.Sort == _query.Sort ? !_query.Descending : column.DescendingFirst;
        Url.Set(replaceHistory: false, (Prefix + "sort", column.Sort), (Prefix + "order", descending ? "desc" : null), (Prefix + "page", null));
    }

    private void GoTo(int page) =>
        Url.Set(replaceHistory: false, (Prefix + "page", page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    private async Task SearchSoon(string? typed)
    {
        _searchBox = typed ?? "";
        var typing = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        var cancellationToken = typing.Token;
        if (Interlocked.Exchange(ref _typing, typing) is { } before)
        {
            await before.CancelAsync();
            before.Dispose();
        }

        try
        {
            await Task.Delay(TypingPause, Time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Url.Set(replaceHistory: true, (Prefix + "q", _searchBox.Trim()), (Prefix + "page", null));
    }

    private void ClearFilters() =>
        Url.Set(replaceHistory: false, [(Prefix + "q", null), (Prefix + "page", null), .. FilterKeys.Select(key => (key, (string?)null))]);

    private void Open(DataGridRowMouseEventArgs<TRow> e)
    {
        // Whoever opens a link of the row in another tab stays here.
        if (RowHref is not null && e is { CtrlKey: false, MetaKey: false, ShiftKey: false })
        {
            Navigation.NavigateTo(RowHref(e.Data!));
        }
    }

    private bool IsHidden(PortalColumn<TRow> column) => Name is not null && Reader.HiddenColumnsOf(Name).Contains(column.Key);

    private Task ShowAsync(PortalColumn<TRow> column, bool shown)
    {
        var others = Reader.HiddenColumnsOf(Name!).Where(key => key != column.Key);
        return Reader.SetHiddenColumnsAsync(Name!, shown ? [.. others] : [.. others, column.Key]);
    }

    private string Classes(PortalColumn<TRow> column) =>
        $"importance-{column.Importance}{(column.Figures ? " figures" : "")}{(IsHidden(column) ? " column-hidden" : "")}";

    private void Render(RowRenderEventArgs<TRow> e)
    {
        if (RowClass?.Invoke(e.Data!) is { } extra)
        {
            e.Attributes["class"] = extra;
        }
    }
}
