using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Web.Features.Map.Live;
using IspPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Radzen;

namespace IspPortal.Web.Features.Map.Drawing;

/// <summary>What the hand does is told by the browser; what becomes of it the services decide, and the map is read anew.</summary>
public sealed partial class DrawTools
{
    private const int DefaultPorts = 8;
    private const int DefaultPonPorts = 8;
    private const int DefaultCores = 12;

    private static readonly PlantNodeKind[] Kinds = [PlantNodeKind.Odp, PlantNodeKind.Odc, PlantNodeKind.Closure, PlantNodeKind.Pole, PlantNodeKind.Olt, PlantNodeKind.Site, PlantNodeKind.Tower];

    private readonly CancellationTokenSource _leaving = new();
    private IJSObjectReference? _module;
    private IJSObjectReference? _hand;
    private DotNetObjectReference<DrawTools>? _self;
    private DrawMode _mode;
    private PlantNodeKind _kind;
    private (Guid Id, long Version, string Name) _subject;
    private Error? _error;
    private bool _busy;

    /// <summary>The map that is drawn on; null while it is being made.</summary>
    [Parameter]
    [EditorRequired]
    public Func<LiveMap?> Map { get; set; } = default!;

    /// <summary>Something of the plant changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private IPlantEditor Editor { get; set; } = default!;

    [Inject]
    private IPlantDrawings Drawings { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IStringLocalizer<DrawingTexts> Texts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<MapTexts> MapTexts { get; set; } = default!;

    /// <summary>A node is to stand elsewhere.</summary>
    public Task MoveAsync(Guid nodeId) => BeginAsync(DrawMode.Move, async () =>
    {
        var node = await Drawings.NodeAsync(nodeId, _leaving.Token);
        return node.Succeeded ? await HandAsync((nodeId, node.Value.Version, node.Value.Content.Name), "move", node.Value.Content.Point.Latitude, node.Value.Content.Point.Longitude) : node.Error;
    });

    /// <summary>A cable is to lie another way.</summary>
    public Task BendAsync(Guid cableId) => BeginAsync(DrawMode.Bend, async () =>
    {
        var cable = await Drawings.CableAsync(cableId, _leaving.Token);
        var (from, to) = cable.Succeeded ? (await Drawings.NodeAsync(cable.Value.Content.FromNodeId, _leaving.Token), await Drawings.NodeAsync(cable.Value.Content.ToNodeId, _leaving.Token)) : default;
        if (!cable.Succeeded || !from.Succeeded || !to.Succeeded)
        {
            return cable.Error ?? from.Error ?? to.Error;
        }

        double[][] points = [.. new[] { from.Value.Content.Point }.Concat(cable.Value.Content.Bends).Append(to.Value.Content.Point).Select(p => new[] { p.Latitude, p.Longitude })];
        return await HandAsync((cableId, cable.Value.Version, cable.Value.Content.Name), "bend", [points]);
    });

    /// <summary>A cable is to be cut in two by a new closure.</summary>
    public Task SplitAsync(Guid cableId) => BeginAsync(DrawMode.Split, async () =>
    {
        var cable = await Drawings.CableAsync(cableId, _leaving.Token);
        return cable.Succeeded ? await HandAsync((cableId, cable.Value.Version, cable.Value.Content.Name), "place") : cable.Error;
    });

    /// <summary>What a node is changes.</summary>
    public async Task EditNodeAsync(Guid nodeId)
    {
        var node = await Drawings.NodeAsync(nodeId, _leaving.Token);
        _error = node.Error;
        if (node.Succeeded && await NodeDialog.AskAsync(Dialogs, Texts["Change", node.Value.Content.Name], node.Value, await NameOfAsync(node.Value.Content.SiteId)))
        {
            await OnChanged.InvokeAsync();
        }
    }

    /// <summary>What a cable is changes.</summary>
    public async Task EditCableAsync(Guid cableId)
    {
        var cable = await Drawings.CableAsync(cableId, _leaving.Token);
        _error = cable.Error;
        if (cable.Succeeded && await CableDialog.AskAsync(
            Dialogs, Texts["Change", cable.Value.Content.Name], cable.Value, await NameOfAsync(cable.Value.Content.FromNodeId) ?? "", await NameOfAsync(cable.Value.Content.ToNodeId) ?? ""))
        {
            await OnChanged.InvokeAsync();
        }
    }

    /// <summary>What a radio link is changes.</summary>
    public async Task EditLinkAsync(Guid linkId)
    {
        var link = await Drawings.RadioLinkAsync(linkId, _leaving.Token);
        _error = link.Error;
        if (link.Succeeded && await LinkDialog.AskAsync(Dialogs, Texts["Change", link.Value.Content.Name], link.Value, await NameOfAsync(link.Value.Content.FromNodeId), await NameOfAsync(link.Value.Content.ToNodeId)))
        {
            await OnChanged.InvokeAsync();
        }
    }

    /// <summary>A node goes; says whether it is gone.</summary>
    public async Task<bool> RemoveNodeAsync(Guid nodeId)
    {
        var node = await Drawings.NodeAsync(nodeId, _leaving.Token);
        return node.Succeeded
            ? await AskAsync(node.Value.Content.Name, Texts["RemoveHelp"], () => Editor.RemoveNodeAsync(nodeId, node.Value.Version, _leaving.Token))
            : Fail(node.Error);
    }

    /// <summary>A cable or radio link goes; says whether it is gone.</summary>
    public async Task<bool> RemoveWayAsync(Guid wayId, bool isRadio)
    {
        if (isRadio)
        {
            var link = await Drawings.RadioLinkAsync(wayId, _leaving.Token);
            return link.Succeeded ? await AskAsync(link.Value.Content.Name, Texts["RemoveHelp"], () => Editor.RemoveRadioLinkAsync(wayId, link.Value.Version, _leaving.Token)) : Fail(link.Error);
        }

        var cable = await Drawings.CableAsync(wayId, _leaving.Token);
        return cable.Succeeded
            ? await AskAsync(cable.Value.Content.Name, Texts["RemoveCableHelp"], () => Editor.RemoveCableAsync(wayId, cable.Value.Version, withJoints: true, _leaving.Token))
            : Fail(cable.Error);
    }

    [JSInvokable]
    public Task PlacedAsync(double latitude, double longitude) => InvokeAsync(async () =>
    {
        var (mode, point) = (_mode, new GeoPoint(latitude, longitude));
        _mode = DrawMode.None;
        var done = mode == DrawMode.Split ? await CutAsync(point) : await NodeDialog.AskAsync(Dialogs, Texts["New", MapTexts["NodeKind." + _kind]], new(Ids.New(Time), 0, new(_kind, "", point, Ports: PortsOf(_kind), SplitterOutputs: _kind == PlantNodeKind.Odp ? DefaultPorts : null)));
        await AfterAsync(done);
    });

    [JSInvokable]
    public Task DrewAsync(Guid from, Guid to, double[][] bends) => InvokeAsync(async () =>
    {
        _mode = DrawMode.None;
        var request = new SaveCableRequest("", from, to, DefaultCores, [.. bends.Select(b => new GeoPoint(b[0], b[1]))]);
        await AfterAsync(await CableDialog.AskAsync(Dialogs, Texts["NewCable"], new(Ids.New(Time), 0, request), await NameOfAsync(from) ?? "", await NameOfAsync(to) ?? ""));
    });

    [JSInvokable]
    public Task LinkedAsync(Guid from, Guid to) => InvokeAsync(async () =>
    {
        _mode = DrawMode.None;
        await AfterAsync(await LinkDialog.AskAsync(Dialogs, Texts["NewLink"], new(Ids.New(Time), 0, new("", from, to)), await NameOfAsync(from), await NameOfAsync(to)));
    });

    [JSInvokable]
    public Task BeginsNowhereAsync() => InvokeAsync(() => Notifications.Notify(NotificationSeverity.Info, Texts[_mode == DrawMode.Link ? "LinkBeginsNowhere" : "BeginsNowhere"]));

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            if (_hand is not null)
            {
                await _hand.InvokeVoidAsync("dispose", CancellationToken.None);
                await _hand.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the hand with it.
        }

        _self?.Dispose();
    }

    private static int PortsOf(PlantNodeKind kind) => kind switch { PlantNodeKind.Odp => DefaultPorts, PlantNodeKind.Olt => DefaultPonPorts, _ => 0 };

    private Task PlaceAsync(PlantNodeKind kind)
    {
        _kind = kind;
        return BeginAsync(DrawMode.Place, () => HandAsync(default, "place"));
    }

    private Task LinkAsync() => BeginAsync(DrawMode.Link, () => HandAsync(default, "link"));

    private Task CableAsync() => BeginAsync(DrawMode.Cable, () => HandAsync(default, "line"));

    private async Task BeginAsync(DrawMode mode, Func<Task<Error?>> begin)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            _error = await begin();
            _mode = _error is null && _hand is not null ? mode : DrawMode.None;
        }
        finally
        {
            _busy = false;
        }

        StateHasChanged();
    }

    private async Task<Error?> HandAsync((Guid Id, long Version, string Name) subject, string function, params object?[] arguments)
    {
        _subject = subject;
        if (_hand is null && Map() is { } map)
        {
            _self ??= DotNetObjectReference.Create(this);
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./js/plant-drawing.js");
            _hand = await _module.InvokeAsync<IJSObjectReference?>("start", _leaving.Token, map.Element, _self);
        }

        if (_hand is not null)
        {
            await _hand.InvokeVoidAsync(function, _leaving.Token, arguments);
        }

        return null;
    }

    private async Task StopAsync()
    {
        _mode = DrawMode.None;
        if (_hand is not null)
        {
            await _hand.InvokeVoidAsync("stop", _leaving.Token);
        }
    }

    private async Task TakeAsync()
    {
        if (_busy || _hand is null)
        {
            return;
        }

        _busy = true;
        try
        {
            GeoPoint[] points = [.. (await _hand.InvokeAsync<double[][]>("taken", _leaving.Token)).Select(p => new GeoPoint(p[0], p[1]))];
            var saved = _mode == DrawMode.Move
                ? await Editor.MoveNodeAsync(_subject.Id, _subject.Version, points[0], _leaving.Token)
                : await Editor.BendCableAsync(_subject.Id, _subject.Version, points[1..^1], _leaving.Token);
            _error = saved.Error;
            await StopAsync();
            await AfterAsync(saved.Succeeded);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<bool> CutAsync(GeoPoint at)
    {
        var (node, part) = (Ids.New(Time), Ids.New(Time));
        var request = new SplitCableRequest(at, node, new(PlantNodeKind.Closure, Texts["ClosureName", _subject.Name], at), part, Texts["PartName", _subject.Name]);
        return await AskAsync(_subject.Name, Texts["SplitHelp"], () => Editor.SplitCableAsync(_subject.Id, _subject.Version, request, _leaving.Token), "Split");
    }

    private async Task UndoneAsync(Error? failed)
    {
        _error = failed;
        await AfterAsync(failed is null);
    }

    private async Task<bool> AskAsync(string name, string help, Func<Task<Result>> action, string verb = "Remove")
    {
        if (await ConfirmDialog.AskAsync(Dialogs, new ConfirmRequest($"{Texts[verb]}: {name}", help, Texts[verb], Destructive: verb == "Remove")) is null)
        {
            return false;
        }

        var done = await action();
        _error = done.Error;
        await AfterAsync(done.Succeeded);
        return done.Succeeded;
    }

    private bool Fail(Error? error)
    {
        _error = error;
        StateHasChanged();
        return false;
    }

    private async Task AfterAsync(bool changed)
    {
        if (changed)
        {
            await OnChanged.InvokeAsync();
        }

        StateHasChanged();
    }

    private async Task<string?> NameOfAsync(Guid? nodeId) => nodeId is { } id ? (await Drawings.NodeAsync(id, _leaving.Token)).ValueOr(null)?.Content.Name : null;
}
