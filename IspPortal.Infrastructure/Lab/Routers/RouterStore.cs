using System.Text.Json;
using IspPortal.Infrastructure.Lab.Menus;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Keeps a router's configuration in a file. What is dynamic (sessions, log, counters) is not kept.</summary>
internal sealed class RouterStore(string path)
{
    private const int Format = 1;

    private readonly Lock _gate = new();

    /// <summary>Fills the router from the file; false when there is none that fits.</summary>
    public bool TryLoad(RouterWorld world)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        if (root.GetProperty("format").GetInt32() != Format)
        {
            return false;
        }

        foreach (var saved in root.GetProperty("menus").EnumerateObject())
        {
            if (world.Menus.TryGetValue(saved.Name, out var menu))
            {
                Load(menu, saved.Value);
            }
        }

        return true;
    }

    public void Save(RouterWorld world)
    {
        using var memory = new MemoryStream();
        lock (world.Gate)
        {
            world.IsDirty = false;
            using var json = new Utf8JsonWriter(memory);
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteStartObject("menus");
            foreach (var menu in world.Menus.Values.Where(m => !m.IsReadOnly && !m.IsVolatile))
            {
                json.WritePropertyName(menu.Path);
                Save(menu, json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        lock (_gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var next = path + ".new";
            using (var file = File.Create(next))
            {
                memory.Position = 0;
                memory.CopyTo(file);
            }

            File.Move(next, path, overwrite: true);
        }
    }

    private static void Save(Menu menu, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var property in menu.Properties)
        {
            json.WriteStringValue(property.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in menu.Items.Where(r => !r.IsDynamic && !IsInMemoryOnly(menu, r)))
        {
            json.WriteStartArray();
            json.WriteNumberValue(row.Id);
            json.WriteStringValue(row.Behind as string);
            foreach (var value in row.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An address-list entry with a timeout lives in memory.</summary>
    private static bool IsInMemoryOnly(Menu menu, ConfigRow row) => menu.Path == "/ip/firewall/address-list" && menu.Get(row, "timeout") is not null;

    private static void Load(Menu menu, JsonElement saved)
    {
        var columns = saved.GetProperty("columns").EnumerateArray().Select(c => menu.IndexOf(c.GetString()!)).ToArray();
        menu.Clear();
        foreach (var savedRow in saved.GetProperty("rows").EnumerateArray())
        {
            var row = menu.NewItem(savedRow[0].GetUInt32());
            row.Behind = savedRow[1].GetString();
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] >= 0)
                {
                    row.Values[columns[i]] = savedRow[i + 2].GetString();
                }
            }

            menu.Insert(row);
        }
    }
}
