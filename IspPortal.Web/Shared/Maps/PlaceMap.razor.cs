using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IspPortal.Web.Shared.Maps;

/// <summary>Feeds the map in the browser.</summary>
public sealed partial class PlaceMap
{
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _map;
    private DotNetObjectReference<PlaceMap>? _self;
    private IReadOnlyList<MapPlace> _places = [];
    private IReadOnlyList<MapPlace> _told = [];
    private Guid? _chosen;
    private bool _disposed;

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Height { get; set; } = "100%";

    /// <summary>False keeps all places in view and leaves the mouse wheel to the page.</summary>
    [Parameter]
    public bool Interactive { get; set; } = true;

    /// <summary>A place was clicked, or chosen with the keyboard.</summary>
    [Parameter]
    public EventCallback<Guid> OnSelect { get; set; }

    /// <summary>A point beside all places was clicked: latitude and longitude.</summary>
    [Parameter]
    public EventCallback<(double Latitude, double Longitude)> OnPick { get; set; }

    /// <summary>Shows exactly these places.</summary>
    public async Task UpdateAsync(IReadOnlyList<MapPlace> places)
    {
        _places = places;
        if (_map is not null && !_disposed && !_told.SequenceEqual(places))
        {
            _told = places;
            await CallAsync("update", (object)places.Select(ToScript).ToArray());
        }
    }

    /// <summary>Marks one place, or none.</summary>
    public async Task ChooseAsync(Guid? id)
    {
        _chosen = id;
        if (_map is not null && !_disposed)
        {
            await CallAsync("choose", id);
        }
    }

    [JSInvokable]
    public Task SelectAsync(Guid id) => InvokeAsync(() => OnSelect.InvokeAsync(id));

    [JSInvokable]
    public Task PickAsync(double latitude, double longitude) => InvokeAsync(() => OnPick.InvokeAsync((latitude, longitude)));

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

    protected override bool ShouldRender() => _map is null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/map.js");
        var tiles = MapGround.ToScript(await Tiles.SourceAsync(CancellationToken.None));
        var map = _disposed ? null : await _module.InvokeAsync<IJSObjectReference?>(
            "create",
            _element,
            new
            {
                tiles,
                interactive = Interactive,
                picks = OnPick.HasDelegate,
                words = new
                {
                    north = Texts["North"].Value,
                    south = Texts["South"].Value,
                    east = Texts["East"].Value,
                    west = Texts["West"].Value,
                    zoomIn = Texts["ZoomIn"].Value,
                    zoomOut = Texts["ZoomOut"].Value,
                },
            },
            _self);
        if (_disposed || map is null)
        {
            return;
        }

        _map = map;
        await UpdateAsync(_places);
        await ChooseAsync(_chosen);
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            await _map!.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is being left.
        }
    }

    private static object ToScript(MapPlace place) => new
    {
        id = place.Id,
        latitude = place.Latitude,
        longitude = place.Longitude,
        name = place.Name,
        note = place.Note,
        tone = place.Tone.ToString().ToLowerInvariant(),
        word = place.Word,
        weight = place.Weight,
        stale = place.Stale,
    };
}
