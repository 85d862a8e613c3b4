BEGIN TRANSACTION;
CREATE TABLE cell_edit (
        session INTEGER NOT NULL,
        step INTEGER NOT NULL,
        number INTEGER NOT NULL,
        row INTEGER NOT NULL,
        "column" TEXT NOT NULL,
        before TEXT NOT NULL,
        before_kind TEXT,
        after TEXT NOT NULL,
        after_kind TEXT,
        PRIMARY KEY (session, step, number),
        FOREIGN KEY (session, step) REFERENCES step ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "cell_edit" VALUES(1,0,0,2,'Type','variation',NULL,'Variation',NULL);
INSERT INTO "cell_edit" VALUES(1,0,1,3,'VTEXValue','10/12','date','10-12',NULL);
INSERT INTO "cell_edit" VALUES(1,1,0,4,'AmazonValue','Azul',NULL,'Blue',NULL);
CREATE TABLE profile (
        name TEXT PRIMARY KEY,
        settings TEXT NOT NULL,
        changed TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "profile" VALUES('Loja São Paulo','{"seller_id": "A3TESTSELLER0", "shipping_type_name_at_amazon": ["Modelo padrão"]}','2026-11-21T21:02:11.512+00:00');
CREATE TABLE reference (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        path TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
INSERT INTO "reference" VALUES(1,0,'/lojas/valores.xlsm');
CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        path TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        sheet TEXT NOT NULL,
        header_row INTEGER,
        problems INTEGER NOT NULL,
        changed_cells INTEGER NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        saved_to TEXT,
        finished INTEGER NOT NULL DEFAULT 0
    );
INSERT INTO "session" VALUES(1,'mapping','2026-11-21T18:41:33.324+00:00','2026-11-21T18:41:33.326+00:00','/lojas/mapeamento.xlsx','mapeamento.xlsx',48213,1795286400123456789,'Planilha1',2,5,2,1,NULL,0);
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "state" VALUES('language','"pt"');
CREATE TABLE step (
        session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
        number INTEGER NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (session, number)
    ) WITHOUT ROWID;
INSERT INTO "step" VALUES(1,0,'2026-11-21T18:41:33.325+00:00');
INSERT INTO "step" VALUES(1,1,'2026-11-21T18:41:33.325+00:00');
CREATE INDEX session_by_change ON session (changed);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('session',1);
COMMIT;
PRAGMA user_version = 2;
