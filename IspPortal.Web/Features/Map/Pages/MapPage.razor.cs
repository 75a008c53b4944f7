using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Geocoding;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Web.Features.Map.Drawing;
using IspPortal.Web.Features.Map.Live;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Live;
using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Map.Pages;

/// <summary>Asks for what is in view, whenever that changes and every few seconds; what the reader wants is in the address.</summary>
public sealed partial class MapPage
{
    private const int DrawnEverySeconds = 3;
    private const double HouseZoom = 18;
    private const double RouterZoom = 13;
    private const double PlaceZoom = 16;

    private readonly CancellationTokenSource _leaving = new();
    private LiveMap? _map;
    private DrawTools? _draw;
    private bool _isRadio;
    private int _changes;
    private LiveMarks? _marks;
    private MapMoved? _moved;
    private MapWish? _drawn;
    private MapView? _view;
    private GeoBox? _whole;
    private string? _at;
    private MapChoice? _choice;
    private (Guid Id, GeoPoint Point)? _ring;
    private MapLight? _light;
    private IReadOnlyList<MapLineRow>? _stack;
    private IReadOnlyList<RouterRow>? _placed;
    private NetworkTotals? _totals;
    private OutageBoard? _outages;
    private ChipOption[] _plans = [];
    private ChipOption[] _routers = [];
    private ChipOption[] _tags = [];
    private Error? _error;
    private IDisposable? _ticks;
    private bool _isStarted;
    private bool _isDrawing;
    private int _round;
    private int _seconds;
    private GeoPoint? _place;

    [Inject]
    private IMapView View { get; set; } = default!;

    [Inject]
    private IRouterDirectory Directory { get; set; } = default!;

    [Inject]
    private IRouterMonitor Monitor { get; set; } = default!;

    [Inject]
    private IPlanCatalog Plans { get; set; } = default!;

    [Inject]
    private ICustomerDirectory Customers { get; set; } = default!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private UrlState Url { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private RenderClock Seconds { get; set; } = default!;

    [Inject]
    private Shared.Formatting.ReaderFormat Format { get; set; } = default!;

    [Inject]
    private IStringLocalizer<MapTexts> Texts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<DrawingTexts> Drawing { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SharedTexts> SharedTexts { get; set; } = default!;

    private bool IsLit => MapWish.IsOn(Url, MapWish.TraceKey) || MapWish.IsOn(Url, MapWish.BelowKey);

    private bool MayDraw => CurrentActor.Actor.May(MappingPermissions.PlantWrite);

    protected override async Task OnInitializedAsync()
    {
        _marks = new LiveMarks(Format, Texts, SharedTexts);
        Navigation.LocationChanged += OnLocationChanged;
        _choice = MapWish.ChoiceOf(Url);
        await StartAsync();
        if (_error is not null || IsDisposed)
        {
            return;
        }

        _ticks = Seconds.OnTick(() => InvokeAsync(OnSecondAsync));
        if (Monitor.Totals() is { Succeeded: true } read)
        {
            _totals = read.Value;
            Watch(MonitoringTopics.Totals, totals => _totals = totals);
        }

        Watch(OutageTopics.Board, board => _outages = board);
        await LoadChoicesAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A ring belongs to what is chosen; lines and nodes give their place themselves.
        if (_map is not null && _choice?.Kind is not ("line" or "node"))
        {
            await _map.ChooseAsync(_choice?.Id, _choice is null ? _place : null);
        }
        else if (_map is not null && _ring is { } ring && ring.Id == _choice?.Id)
        {
            // The panel knew the place before there was a map.
            await _map.ChooseAsync(ring.Id, ring.Point);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _ticks?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
        base.Dispose(disposing);
    }

    private async Task StartAsync()
    {
        try
        {
            _at = MapWish.PlaceOf(Url);
            var whole = await View.WholeAsync(_leaving.Token);
            (_error, _whole, _isStarted) = (whole.Error, whole.ValueOr(null), whole.Succeeded);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is being left.
        }
    }

    /// <summary>What the filters offer and the list beside the map shows: each as far as the reader may know it.</summary>
    private async Task LoadChoicesAsync()
    {
        try
        {
            if (CurrentActor.Actor.May(NetworkPermissions.RoutersRead))
            {
                _placed = (await Directory.ListPlacedAsync(_leaving.Token)).ValueOr(null);
                _routers = await ChipOption.AllOfAsync(page => Directory.ListAsync(new RouterFilter(), page, _leaving.Token), router => new ChipOption(router.Id.ToString(), router.Name), "name");
            }

            if (CurrentActor.Actor.May(PlanPermissions.PlansRead))
            {
                _plans = await ChipOption.AllOfAsync(page => Plans.ListAsync(new PlanFilter(), page, _leaving.Token), plan => new ChipOption(plan.Id.ToString(), plan.Name));
            }

            if (CurrentActor.Actor.May(CustomersPermissions.CustomersRead))
            {
                _tags = [.. ((await Customers.ListChoicesAsync(_leaving.Token)).ValueOr(null)?.Tags ?? []).Select(tag => new ChipOption(tag, tag))];
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is being left.
        }
    }

    private async Task MovedAsync(MapMoved moved)
    {
        var isFirst = _moved is null;
        _moved = moved;
        await DrawAsync();
        if (!isFirst && moved.ByHand && !IsDisposed)
        {
            Url.Set(replaceHistory: true, (MapWish.AtKey, MapWish.TextOf(moved)));
        }
    }

    private async Task DrawAsync()
    {
        if (_moved is not { } moved)
        {
            return;
        }

        var round = ++_round;
        var wish = MapWish.Of(Url);
        _drawn = wish;
        _isDrawing = true;
        try
        {
            var request = new MapViewRequest(moved.Box, (int)Math.Round(moved.Zoom)) { Layers = wish.Layers, Heat = wish.Heat, Lines = wish.Lines };
            var read = await View.ViewAsync(request, _leaving.Token);
            if (round != _round || IsDisposed)
            {
                return;
            }

            (_error, _view) = (read.Error, read.ValueOr(null));
            if (_view is not null && _map is not null)
            {
                await _map.ShowAsync([.. _marks!.Of(_outages), .. _marks.Of(_view, wish.Heat)]);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is being left.
        }
        finally
        {
            _isDrawing = round != _round;
        }

        StateHasChanged();
    }

    // What was drawn is seen at once, also in the panel beside it.
    private Task ChangedAsync()
    {
        _changes++;
        return DrawAsync();
    }

    private async Task RemoveAsync(Func<Task<bool>> remove)
    {
        if (await remove())
        {
            Close();
        }
    }

    private async Task OnSecondAsync()
    {
        if (!IsDisposed && !_isDrawing && ++_seconds % DrawnEverySeconds == 0 && _error is null)
        {
            await DrawAsync();
        }
    }

    private async Task StackAsync(GeoBox box)
    {
        var lines = await View.LinesInAsync(box, MapWish.Of(Url).Lines, _leaving.Token);
        (_error, _stack) = (lines.Error, lines.ValueOr(null));
        if (_choice is not null)
        {
            Choose("line", null);
        }
    }

    private async Task FlyAsync(MapFound found)
    {
        Choose(new MapChoice(found.Kind.ToString().ToLowerInvariant(), found.Id));
        if (_map is not null)
        {
            await _map.FlyAsync(found.Point, found.Kind == MapFoundKind.Router ? RouterZoom : HouseZoom);
        }
    }

    // A place is nothing of ours: it gets a pin until something else is chosen.
    private async Task FlyToAsync(FoundPlace place)
    {
        Close();
        _place = place.Point;
        if (_map is not null)
        {
            await _map.ChooseAsync(null, place.Point);
            await _map.FlyAsync(place.Point, PlaceZoom);
        }
    }

    private async Task ChooseRouterAsync(RouterRow router)
    {
        Choose("router", router.Id);
        if (_map is not null && router is { Latitude: { } latitude, Longitude: { } longitude })
        {
            await _map.FlyAsync(new GeoPoint(latitude, longitude), RouterZoom);
        }
    }

    // What was opened by its address is shown where it is, too; what is lit goes into view as a whole.
    private async Task RingAsync(GeoPoint point)
    {
        _ring = _choice is { } choice ? (choice.Id, point) : null;
        if (_map is null)
        {
            return;
        }

        await _map.ChooseAsync(_choice?.Id, point);
        if (!IsLit && _moved is { } moved && !moved.Box.Holds(point))
        {
            await _map.FlyAsync(point, HouseZoom);
        }
    }

    private void Choose(MapChoice choice)
    {
        if (choice.Kind == "outage")
        {
            Navigation.NavigateTo($"outages/{choice.Id}");
            return;
        }

        Choose(choice.Kind is "cable" or "radio" ? "way" : choice.Kind, choice.Id);
    }

    private void Choose(string kind, Guid? id)
    {
        _place = null;
        Url.Set(replaceHistory: true, MapWish.Choosing(kind, id));
    }

    private void Close()
    {
        // From one of several at a place back to all of them.
        if (_choice is null)
        {
            _stack = null;
        }

        Choose("line", null);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (IsDisposed)
        {
            return;
        }

        var choice = MapWish.ChoiceOf(Url);
        if (!IsLit || choice != _choice)
        {
            _light = null;
        }

        _choice = choice;
        StateHasChanged();
        if (MapWish.Of(Url) != _drawn)
        {
            await DrawAsync();
        }
    });
}
