using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>A menu: its properties, the items that configuration made, and the rows that live sessions add.</summary>
internal sealed class Menu
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, ConfigRow> _byId = [];
    private readonly Dictionary<string, ConfigRow> _byName = new(StringComparer.Ordinal);
    private uint _lastId;

    public Menu(string path, int version, params IEnumerable<Prop> properties)
    {
        Path = path;
        Properties = [.. properties.Where(p => p.Since <= version)];
        for (var i = 0; i < Properties.Length; i++)
        {
            _index.Add(Properties[i].Name, i);
        }

        NameIndex = _index.GetValueOrDefault("name", -1);
    }

    public string Path { get; }

    public Prop[] Properties { get; }

    /// <summary>Index of the property that may stand for the id, or -1.</summary>
    public int NameIndex { get; init; }

    /// <summary>A menu with one nameless item, such as <c>/system/identity</c>.</summary>
    public bool IsSingleton { get; init; }

    /// <summary>Print and custom verbs only.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Rows can be removed although the menu is read-only (a kick).</summary>
    public Action<RouterWorld, Row>? RemoveLive { get; init; }

    /// <summary>The order of items matters (<c>move</c>, <c>place-before</c>).</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Items are not kept over a restart.</summary>
    public bool IsVolatile { get; init; }

    /// <summary><c>listen</c> works.</summary>
    public bool CanListen { get; init; } = true;

    /// <summary>Properties that together must be unique.</summary>
    public string[] UniqueBy { get; init; } = [];

    /// <summary>The exact words when they are not.</summary>
    public string DuplicateMessage { get; init; } = "failure: already have such entry";

    /// <summary>Policy that print needs, and that a change needs.</summary>
    public string ReadPolicy { get; init; } = "read";

    public string WritePolicy { get; init; } = "write";

    /// <summary>Live sessions that show up as rows, or null.</summary>
    public Func<RouterWorld, IEnumerable<AccessSession>>? Sessions { get; init; }

    /// <summary>Whether a session has a row here: it has no queue without a rate, no list entry without a list.</summary>
    public Func<AccessSession, bool> Shows { get; init; } = _ => true;

    /// <summary>Rows made for one print, or null.</summary>
    public Func<RouterWorld, Menu, IEnumerable<ConfigRow>>? Made { get; init; }

    /// <summary>Checks that go over several properties.</summary>
    public Action<RouterWorld, ConfigRow>? Check { get; init; }

    /// <summary>Told after a change by a client: item, what happened.</summary>
    public Action<RouterWorld, ConfigRow, RowChange>? Changed { get; init; }

    /// <summary>Extra arguments of print besides the usual.</summary>
    public string[] PrintArguments { get; init; } = [];

    /// <summary>Items, in order.</summary>
    public List<ConfigRow> Items { get; } = [];

    public List<Listener> Listeners { get; } = [];

    public uint LastId => _lastId;

    public int IndexOf(string property) => _index.GetValueOrDefault(property, -1);

    public bool Has(string property) => _index.ContainsKey(property);

    /// <summary>A new item with the defaults; not yet in the table.</summary>
    public ConfigRow NewItem(uint? id = null, bool dynamic = false)
    {
        var row = new ConfigRow(id ?? ++_lastId, Properties.Length) { IsDynamic = dynamic };
        _lastId = Math.Max(_lastId, row.Id);
        for (var i = 0; i < Properties.Length; i++)
        {
            row.Values[i] = Properties[i].Default;
        }

        return row;
    }

    /// <summary>Adds an item from name and value pairs, without checks: how the sample and the router itself fill tables.</summary>
    public ConfigRow Seed(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var row = NewItem();
        foreach (var (name, value) in values)
        {
            if (_index.TryGetValue(name, out var index))
            {
                row.Values[index] = value;
            }
        }

        Insert(row);
        return row;
    }

    public void Insert(ConfigRow row, int? position = null)
    {
        Items.Insert(position ?? Items.Count, row);
        _byId[row.Id] = row;
        IndexName(row);
    }

    public void Delete(ConfigRow row)
    {
        Items.Remove(row);
        _byId.Remove(row.Id);
        if (NameIndex >= 0 && row.Values[NameIndex] is { } name && _byName.GetValueOrDefault(name) == row)
        {
            _byName.Remove(name);
        }
    }

    public void Clear()
    {
        Items.Clear();
        _byId.Clear();
        _byName.Clear();
    }

    /// <summary>Sets a stored value and keeps the index of names right.</summary>
    public void Put(ConfigRow row, int property, string? value)
    {
        if (property == NameIndex && row.Values[property] is { } old && _byName.GetValueOrDefault(old) == row)
        {
            _byName.Remove(old);
        }

        row.Values[property] = value;
        if (property == NameIndex)
        {
            IndexName(row);
        }
    }

    public string? Get(ConfigRow row, string property) => _index.TryGetValue(property, out var index) ? row.Values[index] : null;

    public void Set(ConfigRow row, string property, string? value)
    {
        if (_index.TryGetValue(property, out var index))
        {
            Put(row, index, value);
        }
    }

    public ConfigRow? ById(uint id) => _byId.GetValueOrDefault(id);

    public ConfigRow? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>All rows of a print.</summary>
    public List<Row> Rows(RouterWorld world)
    {
        List<Row> rows = Made is null ? [.. Items] : [.. Made(world, this)];
        if (Sessions is not null)
        {
            rows.AddRange(Sessions(world).Where(Shows));
        }

        return rows;
    }

    /// <summary>The value of a row's property; property -1 is unknown, -2 the id.</summary>
    public RosValue Read(Row row, int property, ReadMoment moment)
    {
        if (property < 0)
        {
            return property == -2 && !IsSingleton ? RosValue.Id(row.Id) : RosValue.Absent;
        }

        var prop = Properties[property];
        if (row is AccessSession session)
        {
            return prop.Session is null ? RosValue.Absent : prop.Session(session, moment);
        }

        var item = (ConfigRow)row;
        if (prop.IsSensitive && !moment.ShowSensitive)
        {
            return RosValue.Absent;
        }

        var value = prop.Compute is null ? RosValue.Text(item.Values[property]) : prop.Compute(item, moment);
        return prop.HidesEmpty && value.IsText && value.AsText().Length == 0 ? RosValue.Absent : value;
    }

    /// <summary>The index that <see cref="Read"/> takes, with <c>.id</c> as -2.</summary>
    public int Resolve(string property) => property == ".id" ? -2 : IndexOf(property);

    /// <summary>Writes a row as a reply.</summary>
    public void Write(ReplyBuffer reply, Row row, int[]? wanted, ReadMoment moment, string? tag)
    {
        reply.Begin("!re"u8, tag);
        if (wanted is null)
        {
            if (!IsSingleton)
            {
                reply.Attribute("=.id="u8, RosValue.Id(row.Id));
            }

            for (var i = 0; i < Properties.Length; i++)
            {
                reply.Attribute(Properties[i].Prefix, Read(row, i, moment));
            }
        }
        else
        {
            foreach (var property in wanted)
            {
                reply.Attribute(property == -2 ? "=.id="u8 : Properties[property].Prefix, Read(row, property, moment));
            }
        }

        reply.End();
    }

    /// <summary>Tells the listeners that a row is new or changed.</summary>
    public void Announce(RouterWorld world, Row row)
    {
        foreach (var listener in Listeners)
        {
            listener.Show(world, this, row);
        }
    }

    /// <summary>Tells the listeners that a row is gone.</summary>
    public void AnnounceGone(Row row)
    {
        foreach (var listener in Listeners)
        {
            listener.Bury(row);
        }
    }

    private void IndexName(ConfigRow row)
    {
        if (NameIndex >= 0 && row.Values[NameIndex] is { } name)
        {
            _byName[name] = row;
        }
    }
}
