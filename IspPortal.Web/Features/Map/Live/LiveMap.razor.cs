using IspPortal.Core.Mapping.Geo;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Maps;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IspPortal.Web.Features.Map.Live;

/// <summary>Feeds the live map in the browser.</summary>
public sealed partial class LiveMap
{
    private const double Decimetres = 0.000_002;

    private readonly Dictionary<string, LiveMark> _told = new(StringComparer.Ordinal);
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _map;
    private DotNetObjectReference<LiveMap>? _self;
    private IReadOnlyList<LiveMark>? _wanted;
    private (string? Id, string? Place) _chosen;
    private MapLight? _lit;
    private bool _disposed;

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Where it begins, <c>latitude,longitude,zoom</c>; null: <see cref="Whole"/>.</summary>
    [Parameter]
    public string? At { get; set; }

    /// <summary>What it shows when nobody said where to begin; null: the country.</summary>
    [Parameter]
    public GeoBox? Whole { get; set; }

    /// <summary>What is lit; null: nothing.</summary>
    [Parameter]
    public MapLight? Light { get; set; }

    /// <summary>The reader moved the map, or it was just made.</summary>
    [Parameter]
    public EventCallback<MapMoved> OnMoved { get; set; }

    /// <summary>A mark was clicked, or chosen with the keyboard.</summary>
    [Parameter]
    public EventCallback<MapChoice> OnChoose { get; set; }

    /// <summary>Several lines at one place were clicked.</summary>
    [Parameter]
    public EventCallback<GeoBox> OnStack { get; set; }

    /// <summary>The element that the map is in, for who draws on it.</summary>
    internal ElementReference Element => _element;

    /// <summary>Shows exactly these marks.</summary>
    public async Task ShowAsync(IReadOnlyList<LiveMark> marks)
    {
        _wanted = marks;
        if (_map is null || _disposed)
        {
            return;
        }

        var ids = marks.Select(mark => mark.Id).ToHashSet(StringComparer.Ordinal);
        string[] removed = [.. _told.Keys.Where(id => !ids.Contains(id))];
        LiveMark[] changed = [.. marks.Where(mark => !_told.TryGetValue(mark.Id, out var before) || before != mark)];
        if (removed.Length == 0 && changed.Length == 0)
        {
            return;
        }

        foreach (var id in removed)
        {
            _told.Remove(id);
        }

        foreach (var mark in changed)
        {
            _told[mark.Id] = mark;
        }

        await CallAsync("update", changed, removed);
    }

    /// <summary>Rings one mark, or none.</summary>
    public async Task ChooseAsync(Guid? id, GeoPoint? point)
    {
        var chosen = (id?.ToString(), point is { } at ? LiveMarks.PlaceOf(at) : null);
        if (chosen != _chosen)
        {
            _chosen = chosen;
            await CallAsync("choose", chosen.Item1, chosen.Item2);
        }
    }

    /// <summary>Goes to a place, and nearer if need be.</summary>
    public Task FlyAsync(GeoPoint point, double zoom) => CallAsync("fly", LiveMarks.PlaceOf(point), zoom);

    [JSInvokable]
    public Task MovedAsync(double south, double west, double north, double east, double latitude, double longitude, double zoom, bool byHand) =>
        InvokeAsync(() => OnMoved.InvokeAsync(new MapMoved(new GeoBox(south, west, north, east), new GeoPoint(latitude, longitude), zoom, byHand)));

    [JSInvokable]
    public Task ChooseAsync(string kind, Guid id) => InvokeAsync(() => OnChoose.InvokeAsync(new MapChoice(kind, id)));

    // The browser knows places to a decimetre: what lies on the edge of the box is in it.
    [JSInvokable]
    public Task StackAsync(double south, double west, double north, double east) =>
        InvokeAsync(() => OnStack.InvokeAsync(new GeoBox(south - Decimetres, west - Decimetres, north + Decimetres, east + Decimetres)));

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        try
        {
            if (_map is not null)
            {
                await _map.InvokeVoidAsync("dispose");
                await _map.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the map with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_lit, Light))
        {
            _lit = Light;
            await CallAsync("light", Light);
        }
    }

    protected override bool ShouldRender() => _map is null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/live-map.js");
        var tiles = MapGround.ToScript(await Tiles.SourceAsync(CancellationToken.None));
        var map = _disposed ? null : await _module.InvokeAsync<IJSObjectReference?>("create", _element, Options(tiles), _self);
        if (_disposed || map is null)
        {
            return;
        }

        _map = map;
        if (_wanted is { } marks)
        {
            await ShowAsync(marks);
        }

        await CallAsync("choose", _chosen.Id, _chosen.Place);
        if (_lit is not null)
        {
            await CallAsync("light", _lit);
        }
    }

    private object Options(object? tiles) => new
    {
        tiles,
        at = At,
        box = Whole is { } box ? LiveMarks.PlaceOf(box) : null,
        words = new
        {
            north = Texts["North"].Value,
            south = Texts["South"].Value,
            east = Texts["East"].Value,
            west = Texts["West"].Value,
            zoomIn = Texts["ZoomIn"].Value,
            zoomOut = Texts["ZoomOut"].Value,
        },
    };

    private async Task CallAsync(string function, params object?[] arguments)
    {
        if (_map is null || _disposed)
        {
            return;
        }

        try
        {
            await _map.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is being left.
        }
    }
}
