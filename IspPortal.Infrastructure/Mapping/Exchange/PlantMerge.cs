using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;
using IspPortal.Infrastructure.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>Lays a file over the plant: what is new, what is otherwise, and what cannot be, by the rules by which the map is drawn. Reads nothing and writes nothing.</summary>
internal sealed class PlantMerge
{
    private readonly PlantImage _plant;
    private readonly PlantImportOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, MergedPlace> _places;
    private readonly Dictionary<Guid, string> _names;
    private readonly MergedChanges _changes;
    private readonly List<PlantImportRow> _rows = [];
    private readonly List<Merged<SavePlantNodeRequest>> _nodes = [];
    private readonly List<Merged<SaveCableRequest>> _cables = [];
    private readonly List<Merged<SaveRadioLinkRequest>> _links = [];
    private NearNodes? _near;

    private PlantMerge(PlantImage plant, PlantImportOptions options, TimeProvider clock)
    {
        (_plant, _options, _clock) = (plant, options, clock);
        _places = plant.Nodes.Values.ToDictionary(node => node.NameKey, node => new MergedPlace(node.Id, node.Name, node.Kind, node.Point), StringComparer.Ordinal);
        _names = plant.Nodes.Values.ToDictionary(node => node.Id, node => node.Name);
        _changes = new MergedChanges(id => _names[id]);
    }

    public static PlantMerged Of(PlantImage plant, PlantFile file, PlantImportOptions options, TimeProvider clock)
    {
        var merge = new PlantMerge(plant, options, clock);
        merge._rows.AddRange(file.Faults.Select(fault => new PlantImportRow(fault.Line, null, null, fault.Name, PlantImportVerdict.Wrong, [], fault.Error)));
        merge.Lay(file.Nodes);
        merge.Lay(file.Cables);
        merge.Lay(file.Links);
        return new PlantMerged([.. merge._rows.OrderBy(row => row.Verdict).ThenBy(row => row.Line)], merge._nodes, merge._cables, merge._links);
    }

    private void Lay(IReadOnlyList<PlantFileNode> nodes)
    {
        // All of them first: a node may stand in a site that comes later.
        var drafts = new List<(PlantFileNode Node, PlantNode? There, Guid Id, PlantNodeKind Kind)>(nodes.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var key = PlantNode.KeyOf(node.Name);
            var there = _places.TryGetValue(key, out var known) ? _plant.Nodes.GetValueOrDefault(known.Id) : null;
            var kind = node.Kind ?? there?.Kind ?? _options.KindOfPoints;
            var isFirst = seen.Add(key);
            if ((!isFirst ? PlantFileErrors.NameTwice(node.Name) : kind is null ? PlantFileErrors.KindUnsaid : there is not null && kind != there.Kind ? PlantFileErrors.OtherKind : null) is { } wrong)
            {
                Wrong(node.Line, PlantImportThing.Node, kind, node.Name, wrong);
            }
            else
            {
                drafts.Add((node, there, there?.Id ?? Ids.New(_clock), kind!.Value));
            }

            // Wrong ones can be pointed at too: what points at them is not wrong for it.
            if (isFirst && (there is null || _options.ChangeExisting))
            {
                _places[key] = new MergedPlace(drafts is [.., var last] && last.Node == node ? last.Id : there?.Id ?? Ids.New(_clock), node.Name, kind, node.Point);
                _names[_places[key].Id] = node.Name;
            }
        }

        foreach (var (node, there, id, kind) in drafts)
        {
            Lay(node, there, id, kind);
        }
    }

    private void Lay(PlantFileNode node, PlantNode? there, Guid id, PlantNodeKind kind)
    {
        var (siteId, wrong) = (there?.SiteId, default(Error));
        if (node.Site is { } name)
        {
            (siteId, wrong) = SiteOf(name, id);
        }

        var request = new SavePlantNodeRequest(
            kind,
            node.Name,
            node.Point,
            node.Area ?? there?.Area,
            node.Note ?? there?.Note,
            node.Ports ?? there?.Ports ?? (kind is PlantNodeKind.Odp or PlantNodeKind.Olt ? _options.Ports ?? 0 : 0),
            node.SplitterOutputs ?? there?.SplitterOutputs,
            siteId,
            there?.RouterId);
        wrong ??= PlantRules.Judge(request);
        if (there is null)
        {
            Draw(node.Line, PlantImportThing.Node, kind, node.Name, wrong, _nodes, id, request);
        }
        else
        {
            Change(node.Line, PlantImportThing.Node, kind, node.Name, wrong ?? StandingRules.Refuse(_plant, there, request), _changes.Of(there, request), _nodes, id, request);
        }
    }

    private (Guid? Id, Error? Wrong) SiteOf(string name, Guid of) =>
        !_places.TryGetValue(PlantNode.KeyOf(name), out var site) ? (null, PlantFileErrors.NameUnknown(name))
        : site.Id == of || site.Kind is not (PlantNodeKind.Site or PlantNodeKind.Tower or null) ? (null, PlantErrors.NotASite)
        : (site.Id, null);

    private void Lay(IReadOnlyList<PlantFileCable> cables)
    {
        var known = _plant.Cables.Values.ToDictionary(cable => PlantNode.KeyOf(cable.Name), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cable in cables)
        {
            var key = PlantNode.KeyOf(cable.Name);
            var there = known.GetValueOrDefault(key);
            var (from, noFrom) = EndOf(cable.From, cable.Start, there?.FromNodeId);
            var (to, noTo) = EndOf(cable.To, cable.End, there?.ToNodeId);
            var request = new SaveCableRequest(
                cable.Name,
                from,
                to,
                cable.Cores ?? there?.Cores ?? _options.Cores ?? 0,
                cable.Bends ?? [.. there?.Bends ?? []],
                cable.CoresPerTube ?? there?.CoresPerTube ?? new Cable { Id = default, Name = "", NameKey = "" }.CoresPerTube,
                cable.MeasuredMetres ?? there?.MeasuredMetres,
                cable.SpareMetres ?? there?.SpareMetres ?? 0,
                cable.Owner ?? there?.Owner,
                cable.Note ?? there?.Note);
            var wrong = (seen.Add(key) ? null : PlantFileErrors.NameTwice(cable.Name)) ?? noFrom ?? noTo ?? PlantRules.Judge(request);
            if (there is null || wrong is not null)
            {
                Draw(cable.Line, PlantImportThing.Cable, null, cable.Name, wrong, _cables, Ids.New(_clock), request);
            }
            else
            {
                Change(cable.Line, PlantImportThing.Cable, null, cable.Name, StandingRules.Refuse(_plant, there, request), _changes.Of(there, request), _cables, there.Id, request);
            }
        }
    }

    private void Lay(IReadOnlyList<PlantFileLink> links)
    {
        var known = _plant.RadioLinks.Values.ToDictionary(link => link.NameKey, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var drafts = new List<(PlantFileLink Link, RadioLink? There, Guid Id, SaveRadioLinkRequest Request, Error? Wrong)>(links.Count);
        foreach (var link in links)
        {
            var key = PlantNode.KeyOf(link.Name);
            var there = known.GetValueOrDefault(key);
            var (from, noFrom) = EndOf(link.From, link.Start, there?.FromNodeId);
            var (to, noTo) = EndOf(link.To, link.End, there?.ToNodeId);
            var request = new SaveRadioLinkRequest(link.Name, from, to, link.CapacityMegabits ?? there?.CapacityMegabits, link.Note ?? there?.Note);
            var wrong = (seen.Add(key) ? null : PlantFileErrors.NameTwice(link.Name)) ?? noFrom ?? noTo ?? PlantRules.Judge(request) ?? NotASite(link.From, from) ?? NotASite(link.To, to);
            drafts.Add((link, there, there?.Id ?? Ids.New(_clock), request, wrong));
        }

        // Together: two links of one file can close a circle.
        var drawn = drafts.Where(draft => draft.Wrong is null && (draft.There is null || _options.ChangeExisting)).ToDictionary(draft => draft.Id, draft => draft.Request);
        var linksTo = _plant.RadioLinks.Values.Where(link => !drawn.ContainsKey(link.Id))
            .Concat(drawn.Select(link => PlantRows.Write(PlantRows.NewLink(link.Key, link.Value, _clock), link.Value)))
            .ToLookup(link => link.ToNodeId);
        foreach (var (link, there, id, request, wrong) in drafts)
        {
            var closed = wrong ?? (drawn.ContainsKey(id) && RadioChain.ClosesCircle(linksTo, id, request.FromNodeId, request.ToNodeId) ? PlantErrors.Loop : null);
            if (there is null || closed is not null)
            {
                Draw(link.Line, PlantImportThing.RadioLink, null, link.Name, closed, _links, id, request);
            }
            else
            {
                Change(link.Line, PlantImportThing.RadioLink, null, link.Name, null, _changes.Of(there, request), _links, id, request);
            }
        }
    }

    private Error? NotASite(string? name, Guid id) =>
        name is not null && _places.TryGetValue(PlantNode.KeyOf(name), out var place) ? place.Kind is PlantNodeKind.Site or PlantNodeKind.Tower or null ? null : PlantErrors.NotASite
        : _plant.Nodes.TryGetValue(id, out var node) && node.Kind is not (PlantNodeKind.Site or PlantNodeKind.Tower) ? PlantErrors.NotASite
        : null;

    private (Guid Id, Error? Wrong) EndOf(string? name, GeoPoint? drawn, Guid? there)
    {
        if (name is not null)
        {
            return _places.TryGetValue(PlantNode.KeyOf(name), out var place) ? (place.Id, null) : (Guid.Empty, PlantFileErrors.NameUnknown(name));
        }

        if (there is { } end)
        {
            return (end, null);
        }

        if (drawn is not { } point)
        {
            return (Guid.Empty, PlantFileErrors.EndMissing);
        }

        _near ??= new NearNodes(_places.Values.OrderBy(place => place.Name, StringComparer.Ordinal).Select(place => (place.Id, place.Point)), PlantFileLimits.NearMetres);
        return _near.Nearest(point) is { } near ? (near, null) : (Guid.Empty, PlantFileErrors.NothingNear(PlantFileLimits.NearMetres));
    }

    private void Draw<TRequest>(int line, PlantImportThing thing, PlantNodeKind? kind, string name, Error? wrong, List<Merged<TRequest>> drawn, Guid id, TRequest request)
    {
        if (wrong is not null)
        {
            Wrong(line, thing, kind, name, wrong);
            return;
        }

        drawn.Add(new Merged<TRequest>(id, true, request));
        _rows.Add(new PlantImportRow(line, thing, kind, name, PlantImportVerdict.New, [], null));
    }

    // What stays as it is breaks no rule, whatever the file says.
    private void Change<TRequest>(int line, PlantImportThing thing, PlantNodeKind? kind, string name, Error? wrong, IReadOnlyList<PlantImportChange> changes, List<Merged<TRequest>> changed, Guid id, TRequest request)
    {
        var verdict = changes.Count == 0 ? PlantImportVerdict.Same : !_options.ChangeExisting ? PlantImportVerdict.Kept : wrong is null ? PlantImportVerdict.Changed : PlantImportVerdict.Wrong;
        _rows.Add(new PlantImportRow(line, thing, kind, name, verdict, changes, verdict == PlantImportVerdict.Wrong ? wrong : null));
        if (verdict == PlantImportVerdict.Changed)
        {
            changed.Add(new Merged<TRequest>(id, false, request));
        }
    }

    private void Wrong(int line, PlantImportThing thing, PlantNodeKind? kind, string name, Error wrong) => _rows.Add(new PlantImportRow(line, thing, kind, name, PlantImportVerdict.Wrong, [], wrong));
}
