using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IspPortal.Web.Shared.Charts;

/// <summary>Feeds the chart's ring in the browser.</summary>
public sealed partial class TimeSeriesChart
{
    private readonly SemaphoreSlim _order = new(1, 1);
    private readonly List<Func<IJSObjectReference, ValueTask>> _before = [];
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<TimeSeriesChart>? _owner;
    private bool _drawn;
    private bool _disposed;

    /// <summary>What it shows, for those who cannot see it.</summary>
    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The lines; down before up, always.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    [Parameter]
    public ChartUnit Unit { get; set; } = ChartUnit.BitsPerSecond;

    /// <summary>How much time a live chart shows; null for a chart of a fixed range.</summary>
    [Parameter]
    public TimeSpan? Window { get; set; }

    /// <summary>A longer silence between two points is drawn as a gap.</summary>
    [Parameter]
    public TimeSpan? GapAfter { get; set; }

    [Parameter]
    public string Height { get; set; } = "240px";

    /// <summary>Fewer lines on the axis.</summary>
    [Parameter]
    public bool Small { get; set; }

    [Parameter]
    public string? EmptyText { get; set; }

    /// <summary>Bars on top of each other instead of lines.</summary>
    [Parameter]
    public ChartBars? Bars { get; set; }

    /// <summary>The reader dragged over a stretch of it; with it dragging is offered.</summary>
    [Parameter]
    public EventCallback<(DateTime FromUtc, DateTime ToUtc)> OnZoom { get; set; }

    /// <summary>Saves the picture as a PNG file of that name in the reader's downloads.</summary>
    public Task SaveAsync(string fileName) => TellAsync(chart => chart.InvokeVoidAsync("save", fileName));

    /// <summary>For the browser: what was dragged over, in milliseconds since 1970.</summary>
    [JSInvokable]
    public Task ZoomedAsync(double fromMs, double toMs) => InvokeAsync(() => OnZoom.InvokeAsync((DateTime.UnixEpoch.AddMilliseconds(fromMs), DateTime.UnixEpoch.AddMilliseconds(toMs))));

    /// <summary>Shows these points and nothing else, over the given range.</summary>
    public Task ReplaceAsync(IReadOnlyList<ChartPoint> points, DateTime? fromUtc = null, DateTime? toUtc = null) =>
        TellAsync(chart => chart.InvokeVoidAsync("replace", Batch(points), Milliseconds(fromUtc), Milliseconds(toUtc)));

    /// <summary>Adds points at the end; older ones than the newest shown are left out.</summary>
    public Task PushAsync(params IReadOnlyList<ChartPoint> points) =>
        points.Count == 0 ? Task.CompletedTask : TellAsync(chart => chart.InvokeVoidAsync("push", Batch(points)));

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        try
        {
            if (_chart is not null)
            {
                await _chart.InvokeVoidAsync("dispose");
                await _chart.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the chart with it.
        }

        _owner?.Dispose();
        _order.Dispose();
    }

    protected override bool ShouldRender() => !_drawn;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _drawn = true;
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/chart.js");
        var chart = _disposed ? null : await _module.InvokeAsync<IJSObjectReference?>("create", _element, new
        {
            series = Series.Select(series => new { name = series.Name, colour = Name(series.Colour) }),
            unit = Name(Unit),
            window = Window?.TotalMilliseconds,
            gapAfter = GapAfter?.TotalMilliseconds,
            small = Small,
            zoomable = OnZoom.HasDelegate,
            bars = Bars is { } bars ? Name(bars) : null,
        }, OnZoom.HasDelegate ? _owner = DotNetObjectReference.Create(this) : null);
        if (_disposed || chart is null)
        {
            return;
        }

        await _order.WaitAsync();
        try
        {
            foreach (var call in _before)
            {
                await call(chart);
            }

            _before.Clear();
            _chart = chart;
        }
        finally
        {
            // The reader may have left while it was drawn.
            if (!_disposed)
            {
                _order.Release();
            }
        }
    }

    private async Task TellAsync(Func<IJSObjectReference, ValueTask> call)
    {
        if (_disposed)
        {
            return;
        }

        await _order.WaitAsync();
        try
        {
            if (_chart is null)
            {
                _before.Add(call);
                return;
            }

            await call(_chart);
        }
        catch (JSDisconnectedException)
        {
            // The page is being left.
        }
        finally
        {
            if (!_disposed)
            {
                _order.Release();
            }
        }
    }

    private object Batch(IReadOnlyList<ChartPoint> points) => new
    {
        t = points.Select(point => Milliseconds(point.AtUtc)),
        v = Series.Select((_, series) => points.Select(point => series < point.Values.Count ? point.Values[series] : null)),
    };

    private static double? Milliseconds(DateTime? utc) => utc is { } known ? (known - DateTime.UnixEpoch).TotalMilliseconds : null;

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
