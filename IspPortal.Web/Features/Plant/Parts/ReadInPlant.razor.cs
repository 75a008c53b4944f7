using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Formatting;
using IspPortal.Web.Shared.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Radzen;

namespace IspPortal.Web.Features.Plant.Parts;

/// <summary>The file, what is said besides it, and what becomes of it.</summary>
public sealed partial class ReadInPlant
{
    private const string DefaultPorts = "8";
    private const string DefaultCores = "12";

    /// <summary>How wide an area may be, in degrees, to be shown at a zoom.</summary>
    private static readonly (double Degrees, int Zoom)[] Zooms = [(0.01, 17), (0.04, 15), (0.15, 13), (0.6, 11), (3, 9)];

    private readonly CancellationTokenSource _leaving = new();
    private string _kind = "";
    private string _ports = DefaultPorts;
    private string _cores = DefaultCores;
    private bool _changesExisting;
    private PlantUpload? _upload;
    private PlantImportPreview? _preview;
    private PlantImported? _imported;
    private Error? _error;
    private Guid _id;
    private int _round;
    private bool _reading;
    private bool _undone;
    private bool _busy;

    [Inject]
    private IPlantExchange Exchange { get; set; } = default!;

    [Inject]
    private IPlantHistory History { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private UrlState Url { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ReaderFormat Format { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PlantFileTexts> Texts { get; set; } = default!;

    private bool MayApply => _preview is { Counts: { Wrong: 0, New: var added, Changed: var changed } } && added + changed > 0;

    private ChipOption[] Kinds => [new("", Texts["NoKind"]), .. Enum.GetValues<PlantNodeKind>().Select(kind => new ChipOption(kind.ToString(), Texts["Kind." + kind]))];

    private string? MapHref
    {
        get
        {
            if (_imported?.Around is not { } around)
            {
                return null;
            }

            var wide = Math.Max(around.North - around.South, around.East - around.West);
            var zoom = Zooms.Where(step => wide <= step.Degrees).Select(step => (int?)step.Zoom).FirstOrDefault() ?? 7;
            return string.Create(CultureInfo.InvariantCulture, $"map?at={around.Middle.Latitude:0.######},{around.Middle.Longitude:0.######},{zoom}");
        }
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        (_upload, _preview, _imported, _error, _undone) = (null, null, null, null, false);
        if (change.File.Size > PlantFileLimits.MostBytes)
        {
            _error = PlantFileErrors.TooLarge(PlantFileLimits.MostMegabytes);
            return;
        }

        _reading = true;
        try
        {
            using var content = new MemoryStream((int)change.File.Size);
            await using (var upload = change.File.OpenReadStream(PlantFileLimits.MostBytes, _leaving.Token))
            {
                await upload.CopyToAsync(content, _leaving.Token);
            }

            // What another file was looked through for is not asked of this one.
            Url.Set(replaceHistory: true, ("verdict", null), ("page", null), ("q", null));
            _upload = new PlantUpload(change.File.Name, content.ToArray(), Options());
            await LookAsync();
        }
        catch (Exception exception) when (exception is IOException or JSException || (exception is OperationCanceledException && !_leaving.IsCancellationRequested))
        {
            // The connection broke, or the file was taken away meanwhile.
            _error = PlantFileErrors.Empty;
        }
        finally
        {
            _reading = false;
        }
    }

    private async Task SayAsync(Action say)
    {
        say();
        if (_upload is { } upload && !_busy)
        {
            _upload = upload with { Options = Options() };
            await LookAsync();
        }
    }

    private PlantImportOptions Options() => new(_changesExisting, Enum.TryParse<PlantNodeKind>(_kind, out var kind) ? kind : null, Whole(_ports), Whole(_cores));

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Another file or other words are another import; the same click twice is not.
    private async Task LookAsync()
    {
        (_imported, _undone, _id) = (null, false, Ids.New(Clock));
        var preview = await Exchange.PreviewAsync(_upload!, null, new PageRequest(1, 1), _leaving.Token);
        (_preview, _error) = (preview.ValueOr(null), preview.Error);
        _round++;
    }

    private async Task ApplyAsync()
    {
        if (_busy || _upload is not { } upload || _preview is not { } preview)
        {
            return;
        }

        _busy = true;
        try
        {
            var ask = new ConfirmRequest($"{Texts["Apply"]}: {upload.Name}", Texts["ApplyAsk", Format.Count(preview.Counts.New), Format.Count(preview.Counts.Changed)], Texts["Apply"]);
            if (await ConfirmDialog.AskAsync(Dialogs, ask) is null)
            {
                return;
            }

            var done = await Exchange.ApplyAsync(_id, upload, preview.Revision, _leaving.Token);
            if (done.Succeeded)
            {
                (_imported, _preview, _upload, _error) = (done.Value, null, null, null);
                _round++;
                return;
            }

            // What changed meanwhile is looked at anew; why nothing was read in stays readable.
            await LookAsync();
            _error = done.Error;
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task UndoAsync()
    {
        if (_busy || _imported?.EditId is not { } edit)
        {
            return;
        }

        _busy = true;
        try
        {
            if (await ConfirmDialog.AskAsync(Dialogs, new ConfirmRequest(Texts["Undo"], Texts["UndoAsk"], Texts["Undo"])) is null)
            {
                return;
            }

            _error = (await History.UndoAsync(edit, _leaving.Token)).Error;
            if (_error is null)
            {
                (_imported, _undone) = (null, true);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
